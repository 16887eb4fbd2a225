#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "manifest/document.h"
#include "manifest/mistakes.h"

namespace lockstep::manifest {

/// Text and the line it stands on.
struct LocatedText {
  std::string text;
  int line = 0;
};

/// The numbers above `above` and up to `up_to`.
struct Interval {
  double above = 0;
  double up_to = 0;
};

/// A key that a reader takes.
struct KeyDoc {
  std::string table;     ///< that has it, as messages name it: "[[check]]"
  std::string key;       ///< "points"
  std::string accepted;  ///< "an integer from 0 to 10000"
  bool required = false;
};

/// Reads the values of one table by key. What is wrong with a value goes to the mistakes, and the value is absent.
/// A key that was never asked for is unknown. Keys are required; ask `has` first for those that are not.
class TableReader {
 public:
  /// \param where  names the table in messages: "[[check]]"
  /// \param line   where the table begins: the place of what is missing from it
  TableReader(const Table& table, std::string where, int line, Mistakes& mistakes)
      : table_(&table), where_(std::move(where)), line_(line), mistakes_(&mistakes) {}

  /// A reader of no file: every key is there, each value is absent, and what is asked for goes to `keys`. So the code
  /// that reads a file can list the keys that it takes.
  TableReader(std::string where, std::vector<KeyDoc>& keys, Mistakes& ignored);

  [[nodiscard]] bool has(std::string_view key);
  [[nodiscard]] std::optional<std::string> text(std::string_view key);  ///< not empty
  [[nodiscard]] std::optional<std::string> choice(std::string_view key, const std::vector<std::string>& accepted);
  [[nodiscard]] std::optional<int> integer(std::string_view key, int least, int most);
  [[nodiscard]] std::optional<double> number(std::string_view key, Interval interval);
  [[nodiscard]] std::optional<std::chrono::sys_seconds> moment(std::string_view key);  ///< a time with its zone
  [[nodiscard]] bool flag(std::string_view key);                                       ///< false without the key
  [[nodiscard]] std::vector<LocatedText> texts(std::string_view key);                  ///< at least one, none empty
  [[nodiscard]] std::optional<TableReader> table(std::string_view key);
  [[nodiscard]] std::vector<TableReader> tables(std::string_view key);  ///< at least one

  /// An entry of this table whose key is a name of the author's own choice.
  [[nodiscard]] std::optional<int> integer(const Entry& entry, int least, int most);
  [[nodiscard]] const std::vector<Entry>& entries() const { return table_->entries; }

  /// To be called when all keys have been asked for.
  void refuse_other_keys();

  /// The line of a key, or of the table when it has no such key.
  [[nodiscard]] int line_of(std::string_view key) const;
  [[nodiscard]] int line() const { return line_; }
  [[nodiscard]] const std::string& where() const { return where_; }
  void mistake(int line, std::string_view found, std::string_view accepted) { mistakes_->add(line, found, accepted); }

 private:
  [[nodiscard]] const Entry* find(std::string_view key) const;
  void ask(std::string_view key);
  [[nodiscard]] const Entry* require(std::string_view key, std::string_view accepted);
  void list(std::string_view key, std::string_view accepted);
  void wrong(const Entry& entry, std::string_view accepted);

  const Table* table_;
  std::string where_;
  int line_;
  Mistakes* mistakes_;
  std::vector<std::string> asked_;
  std::vector<KeyDoc>* keys_ = nullptr;  ///< of a reader of no file
  std::vector<std::string> optional_;    ///< keys that were looked for first
};

}  // namespace lockstep::manifest
