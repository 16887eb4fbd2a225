#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "result/result.h"

struct sqlite3;

namespace lockstep::gradebook {

/// A value of a column; the first alternative is SQL's NULL.
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;
using Row = std::vector<Value>;

/// A connection to an SQLite file. What one process wrote in a transaction, another sees whole or not at all, whatever
/// happens to the writer (SQLite, "Atomic Commit"). Other connections may use the file at the same time; one
/// connection is for one thread.
class Database {
 public:
  enum class Access { kReadOnly, kReadWrite };

  /// Opens the file; with `kReadWrite` it is made where there is none, but not its folder.
  [[nodiscard]] static Result<Database> open(const std::filesystem::path& file, Access access);

  /// Has this connection write ahead, so that readers and a writer do not wait for each other. Changes the file.
  [[nodiscard]] Result<void> keep_a_log() const;

  /// Runs one statement with values for its `?`, in order, and gives the rows that come of it.
  [[nodiscard]] Result<std::vector<Row>> run(const char* sql, const std::vector<Value>& values = {}) const;

  /// All of what `change` does, or nothing of it: its error takes everything back.
  template <class Change>
  [[nodiscard]] Result<void> transact(const Change& change) const {
    if (auto begun = run("BEGIN IMMEDIATE"); !begun) return tl::unexpected(begun.error());
    Result<void> done = change();
    if (done) {
      if (auto kept = run("COMMIT"); !kept) done = tl::unexpected(kept.error());
    }
    if (!done) static_cast<void>(run("ROLLBACK"));
    return done;
  }

 private:
  struct Close {
    void operator()(sqlite3* connection) const;
  };

  Database(sqlite3* connection, std::filesystem::path file) : connection_(connection), file_(std::move(file)) {}

  [[nodiscard]] Error error(const char* what) const;

  std::unique_ptr<sqlite3, Close> connection_;
  std::filesystem::path file_;
};

}  // namespace lockstep::gradebook
