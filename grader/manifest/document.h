#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "result/result.h"

namespace lockstep::manifest {

struct Entry;
struct Value;

/// A TOML table with its entries in the order of the file.
struct Table {
  std::vector<Entry> entries;
};

using Array = std::vector<Value>;

/// A date or time. TOML has several kinds; what is taken is a moment alone: date, time and zone.
struct Date {
  std::optional<std::chrono::sys_seconds> moment;  ///< parts of a second are dropped
};

/// A TOML value and the line it stands on.
struct Value {
  std::variant<std::string, std::int64_t, double, bool, Date, Array, Table> data;
  int line = 0;  ///< 1-based
};

struct Entry {
  std::string key;
  int line = 0;  ///< of the key, 1-based
  Value value;
};

/// Parses TOML.
/// \param path  names the text in messages
/// \return the top table; or an input error `path:line: found ...; accepted: ...` for the first error of syntax.
[[nodiscard]] Result<Table> parse_document(std::string_view text, const std::filesystem::path& path);

/// Reads and parses a TOML file; an input error when there is no such file.
[[nodiscard]] Result<Table> read_document(const std::filesystem::path& path);

}  // namespace lockstep::manifest
