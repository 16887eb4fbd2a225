#include "manifest/table_reader.h"

#include <fmt/core.h>

#include <algorithm>
#include <cctype>

#include "manifest/spelling.h"

namespace lockstep::manifest {
namespace {

struct Describe {
  std::string operator()(const std::string& text) const { return in_quotes(text); }
  std::string operator()(std::int64_t integer) const { return fmt::format("{}", integer); }
  std::string operator()(double number) const { return fmt::format("{:#}", number); }
  std::string operator()(bool truth) const { return truth ? "true" : "false"; }
  std::string operator()(const Date& date) const {
    return date.moment ? "a date with time and zone" : "a date or time without a zone";
  }
  std::string operator()(const Array& array) const { return array.empty() ? "[]" : "an array"; }
  std::string operator()(const Table&) const { return "a table"; }
};

/// As it would stand in the file: letters, digits, "_" and "-" need no quotation marks.
std::string spelt(std::string_view key) {
  const bool bare = !key.empty() && std::all_of(key.begin(), key.end(), [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '_' || c == '-';
  });
  return bare ? std::string(key) : in_quotes(key);
}

const Table kNoTable;

}  // namespace

TableReader::TableReader(std::string where, std::vector<KeyDoc>& keys, Mistakes& ignored)
    : table_(&kNoTable), where_(std::move(where)), line_(0), mistakes_(&ignored), keys_(&keys) {}

bool TableReader::has(std::string_view key) {
  if (asked_.end() == std::find(asked_.begin(), asked_.end(), key)) optional_.emplace_back(key);
  ask(key);
  return keys_ != nullptr || find(key) != nullptr;
}

std::optional<std::string> TableReader::text(std::string_view key) {
  constexpr std::string_view kAccepted = "text that is not empty";
  const Entry* entry = require(key, kAccepted);
  if (entry == nullptr) return std::nullopt;
  const auto* text = std::get_if<std::string>(&entry->value.data);
  if (text != nullptr && !text->empty()) return *text;
  wrong(*entry, kAccepted);
  return std::nullopt;
}

std::optional<std::string> TableReader::choice(std::string_view key, const std::vector<std::string>& accepted) {
  list(key, quoted_list(accepted));
  auto chosen = text(key);
  if (!chosen || std::find(accepted.begin(), accepted.end(), *chosen) != accepted.end()) return chosen;
  mistake(line_of(key), fmt::format("{} = {} in {}{}", key, in_quotes(*chosen), where_, suggestion(*chosen, accepted)),
          accepted.empty() ? "none: there is nothing to choose from" : quoted_list(accepted));
  return std::nullopt;
}

std::optional<int> TableReader::integer(std::string_view key, int least, int most) {
  const Entry* entry = require(key, fmt::format("an integer from {} to {}", least, most));
  if (entry == nullptr) return std::nullopt;
  return integer(*entry, least, most);
}

std::optional<int> TableReader::integer(const Entry& entry, int least, int most) {
  const auto* integer = std::get_if<std::int64_t>(&entry.value.data);
  if (integer != nullptr && *integer >= least && *integer <= most) return static_cast<int>(*integer);
  wrong(entry, fmt::format("an integer from {} to {}", least, most));
  return std::nullopt;
}

std::optional<double> TableReader::number(std::string_view key, Interval interval) {
  const auto accepted = fmt::format("a number above {} and up to {}", interval.above, interval.up_to);
  const Entry* entry = require(key, accepted);
  if (entry == nullptr) return std::nullopt;
  std::optional<double> number;
  if (const auto* real = std::get_if<double>(&entry->value.data)) number = *real;
  if (const auto* integer = std::get_if<std::int64_t>(&entry->value.data)) number = static_cast<double>(*integer);
  if (number && *number > interval.above && *number <= interval.up_to) return number;
  wrong(*entry, accepted);
  return std::nullopt;
}

std::optional<std::chrono::sys_seconds> TableReader::moment(std::string_view key) {
  constexpr std::string_view kAccepted = "a time with its zone, without quotation marks: 2026-10-01T23:59:00+02:00";
  const Entry* entry = require(key, kAccepted);
  if (entry == nullptr) return std::nullopt;
  const auto* date = std::get_if<Date>(&entry->value.data);
  if (date != nullptr && date->moment) return date->moment;
  wrong(*entry, kAccepted);
  return std::nullopt;
}

bool TableReader::flag(std::string_view key) {
  constexpr std::string_view kAccepted = "true or false";
  if (!has(key)) return false;
  const Entry* entry = require(key, kAccepted);
  if (entry == nullptr) return false;
  if (const auto* truth = std::get_if<bool>(&entry->value.data)) return *truth;
  wrong(*entry, kAccepted);
  return false;
}

std::vector<LocatedText> TableReader::texts(std::string_view key) {
  constexpr std::string_view kAccepted = "an array of one or more texts, none of them empty";
  const Entry* entry = require(key, kAccepted);
  if (entry == nullptr) return {};
  const auto* array = std::get_if<Array>(&entry->value.data);
  if (array == nullptr || array->empty()) {
    wrong(*entry, kAccepted);
    return {};
  }
  std::vector<LocatedText> texts;
  for (const Value& value : *array) {
    const auto* text = std::get_if<std::string>(&value.data);
    if (text != nullptr && !text->empty()) {
      texts.push_back({*text, value.line});
    } else {
      mistake(value.line, fmt::format("{} in {} of {}", std::visit(Describe{}, value.data), key, where_), kAccepted);
    }
  }
  return texts;
}

std::optional<TableReader> TableReader::table(std::string_view key) {
  constexpr std::string_view kAccepted = "a table";
  const Entry* entry = require(key, kAccepted);
  if (keys_ != nullptr) return TableReader(fmt::format("{} of {}", key, where_), *keys_, *mistakes_);
  if (entry == nullptr) return std::nullopt;
  if (const auto* table = std::get_if<Table>(&entry->value.data)) {
    return TableReader(*table, fmt::format("{} of {}", key, where_), entry->line, *mistakes_);
  }
  wrong(*entry, kAccepted);
  return std::nullopt;
}

std::vector<TableReader> TableReader::tables(std::string_view key) {
  const auto accepted = fmt::format("one or more tables [[{}]]", key);
  const Entry* entry = require(key, accepted);
  if (keys_ != nullptr) return {TableReader(fmt::format("[[{}]]", key), *keys_, *mistakes_)};
  if (entry == nullptr) return {};
  const auto* array = std::get_if<Array>(&entry->value.data);
  if (array == nullptr || array->empty()) {
    wrong(*entry, accepted);
    return {};
  }
  std::vector<TableReader> readers;
  for (const Value& value : *array) {
    if (const auto* table = std::get_if<Table>(&value.data)) {
      readers.emplace_back(*table, fmt::format("[[{}]]", key), value.line, *mistakes_);
    } else {
      mistake(value.line, fmt::format("{} in {}", std::visit(Describe{}, value.data), key), accepted);
    }
  }
  return readers;
}

void TableReader::refuse_other_keys() {
  std::string accepted;
  for (const auto& key : asked_) accepted += (accepted.empty() ? "" : ", ") + key;
  for (const Entry& entry : table_->entries) {
    if (std::find(asked_.begin(), asked_.end(), entry.key) != asked_.end()) continue;
    mistake(entry.line, fmt::format("unknown key {} in {}{}", spelt(entry.key), where_, suggestion(entry.key, asked_)),
            accepted);
  }
}

int TableReader::line_of(std::string_view key) const {
  const Entry* entry = find(key);
  return entry == nullptr ? line_ : entry->line;
}

const Entry* TableReader::find(std::string_view key) const {
  const auto found = std::find_if(table_->entries.begin(), table_->entries.end(),
                                  [&](const Entry& entry) { return entry.key == key; });
  return found == table_->entries.end() ? nullptr : &*found;
}

void TableReader::ask(std::string_view key) {
  if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) asked_.emplace_back(key);
}

const Entry* TableReader::require(std::string_view key, std::string_view accepted) {
  ask(key);
  list(key, accepted);
  const Entry* entry = find(key);
  if (entry == nullptr) mistake(line_, fmt::format("no {} in {}", key, where_), accepted);
  return entry;
}

void TableReader::list(std::string_view key, std::string_view accepted) {
  if (keys_ == nullptr) return;
  const bool listed = std::any_of(keys_->begin(), keys_->end(),
                                  [&](const KeyDoc& doc) { return doc.table == where_ && doc.key == key; });
  if (listed) return;
  const bool required = std::find(optional_.begin(), optional_.end(), key) == optional_.end();
  keys_->push_back({.table = where_, .key = std::string(key), .accepted = std::string(accepted), .required = required});
}

void TableReader::wrong(const Entry& entry, std::string_view accepted) {
  mistake(entry.line, fmt::format("{} = {} in {}", spelt(entry.key), std::visit(Describe{}, entry.value.data), where_),
          accepted);
}

}  // namespace lockstep::manifest
