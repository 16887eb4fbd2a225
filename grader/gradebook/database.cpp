#include "gradebook/database.h"

#include <fmt/core.h>
#include <sqlite3.h>

#include <cassert>

namespace lockstep::gradebook {
namespace {

/// A writer waits this long for another, which holds the file for milliseconds.
constexpr int kBusyTimeoutMs = 60'000;

struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

struct Bind {
  sqlite3_stmt* statement;
  int place;

  int operator()(std::monostate) const { return sqlite3_bind_null(statement, place); }
  int operator()(std::int64_t value) const { return sqlite3_bind_int64(statement, place, value); }
  int operator()(double value) const { return sqlite3_bind_double(statement, place, value); }
  int operator()(const std::string& value) const {
    return sqlite3_bind_text64(statement, place, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  }
};

Value column(sqlite3_stmt* statement, int place) {
  switch (sqlite3_column_type(statement, place)) {
    case SQLITE_INTEGER:
      return sqlite3_column_int64(statement, place);
    case SQLITE_FLOAT:
      return sqlite3_column_double(statement, place);
    case SQLITE_NULL:
      return {};
    default: {
      const void* bytes = sqlite3_column_blob(statement, place);
      const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, place));
      return bytes == nullptr ? std::string() : std::string(static_cast<const char*>(bytes), size);
    }
  }
}

Row row_of(sqlite3_stmt* statement) {
  const int columns = sqlite3_column_count(statement);
  Row row;
  row.reserve(static_cast<std::size_t>(columns));
  for (int place = 0; place < columns; ++place) row.push_back(column(statement, place));
  return row;
}

}  // namespace

void Database::Close::operator()(sqlite3* connection) const { sqlite3_close(connection); }

Error Database::error(const char* what) const {
  const int code = sqlite3_errcode(connection_.get());
  const bool unusable = code == SQLITE_NOTADB || code == SQLITE_CORRUPT || code == SQLITE_CANTOPEN;
  return Error{unusable ? Fault::kInput : Fault::kMachine,
               fmt::format("{}: {}: {}", file_.string(), what, sqlite3_errmsg(connection_.get()))};
}

Result<Database> Database::open(const std::filesystem::path& file, Access access) {
  const int mode = access == Access::kReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &opened, mode, nullptr);
  Database database(opened, file);
  if (code != SQLITE_OK) return tl::unexpected(database.error("cannot be opened"));
  sqlite3_busy_timeout(opened, kBusyTimeoutMs);
  // The file is looked at by the first statement only.
  if (auto read = database.run("PRAGMA schema_version"); !read) return tl::unexpected(read.error());
  return database;
}

Result<void> Database::keep_a_log() const {
  if (auto set = run("PRAGMA journal_mode = WAL"); !set) return tl::unexpected(set.error());
  // A transaction that was reported as done outlasts a loss of power, too.
  if (auto set = run("PRAGMA synchronous = FULL"); !set) return tl::unexpected(set.error());
  return {};
}

Result<std::vector<Row>> Database::run(const char* sql, const std::vector<Value>& values) const {
  sqlite3_stmt* prepared = nullptr;
  if (sqlite3_prepare_v2(connection_.get(), sql, -1, &prepared, nullptr) != SQLITE_OK) {
    return tl::unexpected(error("cannot be used"));
  }
  const Statement statement(prepared);
  assert(sqlite3_bind_parameter_count(prepared) == static_cast<int>(values.size()));
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::visit(Bind{prepared, static_cast<int>(i) + 1}, values[i]) != SQLITE_OK) {
      return tl::unexpected(error("cannot take a value"));
    }
  }
  std::vector<Row> rows;
  int code = SQLITE_ROW;
  while ((code = sqlite3_step(prepared)) == SQLITE_ROW) rows.push_back(row_of(prepared));
  if (code != SQLITE_DONE) return tl::unexpected(error("cannot be read or written"));
  return rows;
}

}  // namespace lockstep::gradebook
