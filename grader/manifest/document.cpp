#include "manifest/document.h"

#include <fmt/core.h>
#include <toml++/toml.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

#include "manifest/folder.h"
#include "os/file.h"

namespace lockstep::manifest {
namespace {

Value convert(const toml::node& node);

int line_of(const toml::source_region& source) { return static_cast<int>(source.begin.line); }

std::optional<std::chrono::sys_seconds> moment_of(const toml::date_time& written) {
  if (!written.offset) return std::nullopt;
  const std::chrono::sys_days day = std::chrono::year(written.date.year) / written.date.month / written.date.day;
  const int minutes = written.time.hour * 60 + written.time.minute - written.offset->minutes;
  return day + std::chrono::minutes(minutes) + std::chrono::seconds(written.time.second);
}

Array convert(const toml::array& nodes) {
  Array values;
  for (const toml::node& node : nodes) values.push_back(convert(node));
  return values;
}

Table convert(const toml::table& nodes) {
  // The library sorts by key; a person reads from top to bottom.
  std::vector<std::pair<const toml::key*, const toml::node*>> in_file_order;
  for (const auto& [key, node] : nodes) in_file_order.emplace_back(&key, &node);
  std::sort(in_file_order.begin(), in_file_order.end(),
            [](const auto& a, const auto& b) { return a.first->source().begin < b.first->source().begin; });

  Table table;
  for (const auto& [key, node] : in_file_order) {
    table.entries.push_back({std::string(key->str()), line_of(key->source()), convert(*node)});
  }
  return table;
}

Value convert(const toml::node& node) {
  Value value;
  value.line = line_of(node.source());
  if (const auto* text = node.as_string()) {
    value.data = text->get();
  } else if (const auto* integer = node.as_integer()) {
    value.data = integer->get();
  } else if (const auto* number = node.as_floating_point()) {
    value.data = number->get();
  } else if (const auto* truth = node.as_boolean()) {
    value.data = truth->get();
  } else if (const auto* array = node.as_array()) {
    value.data = convert(*array);
  } else if (const auto* table = node.as_table()) {
    value.data = convert(*table);
  } else if (const auto* written = node.as_date_time()) {
    value.data = Date{moment_of(written->get())};
  } else {
    value.data = Date{};
  }
  return value;
}

}  // namespace

Result<Table> parse_document(std::string_view text, const std::filesystem::path& path) {
  try {
    return convert(toml::parse(text, path.string()));
  } catch (const toml::parse_error& error) {
    return input_error(fmt::format("{}:{}: found an error of syntax: {}; accepted: TOML 1.0", path.string(),
                                   line_of(error.source()), error.description()));
  }
}

Result<Table> read_document(const std::filesystem::path& path) {
  if (!is_file(path)) return input_error(fmt::format("{}:1: found no such file; accepted: a TOML file", path.string()));
  const auto text = os::read_file(path);
  if (!text) return tl::unexpected(text.error());
  return parse_document(*text, path);
}

}  // namespace lockstep::manifest
