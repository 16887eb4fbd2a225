#include "gradebook/gradebook.h"

#include <fmt/core.h>

#include <system_error>

namespace lockstep::gradebook {
namespace {

/// Of the tables below. A file with a higher one was written by a newer Lockstep.
constexpr std::int64_t kSchema = 1;

constexpr const char* kTables[] = {
    "CREATE TABLE IF NOT EXISTS attempt (lab TEXT NOT NULL, learner TEXT NOT NULL, number INTEGER NOT NULL, "
    "received TEXT NOT NULL, source TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (lab, learner, number), "
    "UNIQUE (lab, learner, source, content)) STRICT",
    "CREATE TABLE IF NOT EXISTS learner (learner TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL) STRICT",
    "CREATE TABLE IF NOT EXISTS file (content TEXT NOT NULL, name TEXT NOT NULL, text TEXT NOT NULL, "
    "PRIMARY KEY (content, name)) STRICT",
    "CREATE TABLE IF NOT EXISTS grade (id INTEGER PRIMARY KEY, lab TEXT NOT NULL, content TEXT NOT NULL, "
    "grader TEXT NOT NULL, report TEXT NOT NULL, points REAL NOT NULL, max_points INTEGER NOT NULL, "
    "outcome TEXT NOT NULL, graded TEXT NOT NULL, seconds REAL NOT NULL, UNIQUE (lab, content, grader)) STRICT",
};

constexpr const char* kAttempt = "SELECT lab, learner, number, received, source, content FROM attempt ";
constexpr const char* kGrade =
    "SELECT lab, content, grader, report, points, max_points, outcome, graded, seconds FROM grade ";

std::string text(const Value& value) { return std::get<std::string>(value); }
int integer(const Value& value) { return static_cast<int>(std::get<std::int64_t>(value)); }

Attempt attempt_of(const Row& row) {
  return {.lab = text(row[0]),
          .learner = text(row[1]),
          .number = integer(row[2]),
          .received = text(row[3]),
          .source = text(row[4]),
          .content = text(row[5])};
}

Grade grade_of(const Row& row) {
  return {.lab = text(row[0]),
          .content = text(row[1]),
          .grader = text(row[2]),
          .report = text(row[3]),
          .points = std::get<double>(row[4]),
          .max_points = integer(row[5]),
          .outcome = text(row[6]),
          .graded = text(row[7]),
          .seconds = std::get<double>(row[8])};
}

Result<std::optional<Grade>> first_grade(const Result<std::vector<Row>>& rows) {
  if (!rows) return tl::unexpected(rows.error());
  if (rows->empty()) return std::optional<Grade>();
  return std::optional(grade_of(rows->front()));
}

Result<std::int64_t> schema_of(const Database& database) {
  const auto rows = database.run("PRAGMA user_version");
  if (!rows) return tl::unexpected(rows.error());
  return std::get<std::int64_t>(rows->at(0).at(0));
}

Result<void> check_schema(const Database& database, const std::filesystem::path& file, std::int64_t lowest) {
  const auto schema = schema_of(database);
  if (!schema) return tl::unexpected(schema.error());
  if (*schema > kSchema) {
    return input_error(
        fmt::format("{}: written by a newer Lockstep (tables of version {}, this one reads {}). Use that one",
                    file.string(), *schema, kSchema));
  }
  if (*schema < lowest) return input_error(fmt::format("{}: not a gradebook of Lockstep", file.string()));
  return {};
}

Result<void> make_tables(const Database& database) {
  return database.transact([&]() -> Result<void> {
    for (const char* table : kTables) {
      if (auto made = database.run(table); !made) return tl::unexpected(made.error());
    }
    if (auto set = database.run(fmt::format("PRAGMA user_version = {}", kSchema).c_str()); !set) {
      return tl::unexpected(set.error());
    }
    return {};
  });
}

/// A file of somebody else is not to be changed.
Result<void> is_ours_or_empty(const Database& database, const std::filesystem::path& file) {
  const auto others = database.run("SELECT name FROM sqlite_schema");
  if (!others) return tl::unexpected(others.error());
  return check_schema(database, file, others->empty() ? 0 : kSchema);
}

}  // namespace

Result<Gradebook> Gradebook::open(const std::filesystem::path& file) {
  std::error_code failed;
  if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path(), failed);
  auto database = Database::open(file, Database::Access::kReadWrite);
  if (!database) return tl::unexpected(database.error());
  if (auto ours = is_ours_or_empty(*database, file); !ours) return tl::unexpected(ours.error());
  if (auto set = database->keep_a_log(); !set) return tl::unexpected(set.error());
  if (auto made = make_tables(*database); !made) return tl::unexpected(made.error());
  return Gradebook(std::move(*database));
}

Result<Gradebook> Gradebook::read_only(const std::filesystem::path& file) {
  auto database = Database::open(file, Database::Access::kReadOnly);
  if (!database) return tl::unexpected(database.error());
  if (auto ours = check_schema(*database, file, kSchema); !ours) return tl::unexpected(ours.error());
  return Gradebook(std::move(*database));
}

Result<Attempt> Gradebook::add(Attempt attempt) const {
  auto added = database_.transact([&]() -> Result<void> {
    const std::vector<Value> same{attempt.lab, attempt.learner, attempt.source, attempt.content};
    const auto before = database_.run(
        fmt::format("{}WHERE lab = ? AND learner = ? AND source = ? AND content = ?", kAttempt).c_str(), same);
    if (!before) return tl::unexpected(before.error());
    if (!before->empty()) {
      attempt = attempt_of(before->front());
      return {};
    }
    const auto last = database_.run("SELECT coalesce(max(number), 0) FROM attempt WHERE lab = ? AND learner = ?",
                                    {attempt.lab, attempt.learner});
    if (!last) return tl::unexpected(last.error());
    attempt.number = integer(last->at(0).at(0)) + 1;
    const auto written = database_.run("INSERT INTO attempt VALUES (?, ?, ?, ?, ?, ?)",
                                       {attempt.lab, attempt.learner, std::int64_t{attempt.number}, attempt.received,
                                        attempt.source, attempt.content});
    if (!written) return tl::unexpected(written.error());
    return {};
  });
  if (!added) return tl::unexpected(added.error());
  return attempt;
}

Result<void> Gradebook::call(std::string_view learner, std::string_view name) const {
  const auto written =
      database_.run("INSERT OR REPLACE INTO learner VALUES (?, ?)", {std::string(learner), std::string(name)});
  if (!written) return tl::unexpected(written.error());
  return {};
}

Result<std::map<std::string, std::string>> Gradebook::names() const {
  const auto rows = database_.run("SELECT learner, name FROM learner");
  if (!rows) return tl::unexpected(rows.error());
  std::map<std::string, std::string> names;
  for (const Row& row : *rows) names.emplace(text(row[0]), text(row[1]));
  return names;
}

Result<void> Gradebook::keep(std::string_view content, const std::map<std::string, std::string>& files) const {
  return database_.transact([&]() -> Result<void> {
    for (const auto& [name, file] : files) {
      const auto kept =
          database_.run("INSERT OR IGNORE INTO file VALUES (?, ?, ?)", {std::string(content), name, file});
      if (!kept) return tl::unexpected(kept.error());
    }
    return {};
  });
}

Result<void> Gradebook::record(const Grade& grade) const {
  // REPLACE gives the row a new id, so that the newest grade is the one of the highest.
  const auto written = database_.run(
      "INSERT OR REPLACE INTO grade (lab, content, grader, report, points, max_points, outcome, graded, seconds) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      {grade.lab, grade.content, grade.grader, grade.report, grade.points, std::int64_t{grade.max_points},
       grade.outcome, grade.graded, grade.seconds});
  if (!written) return tl::unexpected(written.error());
  return {};
}

Result<std::vector<Attempt>> Gradebook::attempts(std::string_view lab) const {
  const std::string name(lab);
  const auto rows = database_.run(
      fmt::format("{}WHERE ? = '' OR lab = ? ORDER BY lab, learner, number", kAttempt).c_str(), {name, name});
  if (!rows) return tl::unexpected(rows.error());
  std::vector<Attempt> attempts;
  attempts.reserve(rows->size());
  for (const Row& row : *rows) attempts.push_back(attempt_of(row));
  return attempts;
}

Result<std::map<std::string, std::string>> Gradebook::files(std::string_view content) const {
  const auto rows = database_.run("SELECT name, text FROM file WHERE content = ?", {std::string(content)});
  if (!rows) return tl::unexpected(rows.error());
  std::map<std::string, std::string> files;
  for (const Row& row : *rows) files.emplace(text(row[0]), text(row[1]));
  return files;
}

Result<std::optional<Grade>> Gradebook::grade(std::string_view lab, std::string_view content,
                                              std::string_view grader) const {
  return first_grade(database_.run(fmt::format("{}WHERE lab = ? AND content = ? AND grader = ?", kGrade).c_str(),
                                   {std::string(lab), std::string(content), std::string(grader)}));
}

Result<std::optional<Grade>> Gradebook::newest_grade(std::string_view lab, std::string_view content) const {
  return first_grade(
      database_.run(fmt::format("{}WHERE lab = ? AND content = ? ORDER BY id DESC LIMIT 1", kGrade).c_str(),
                    {std::string(lab), std::string(content)}));
}

}  // namespace lockstep::gradebook
