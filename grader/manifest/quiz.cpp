#include "manifest/quiz.h"

#include <fmt/core.h>

#include <algorithm>
#include <set>
#include <utility>

#include "manifest/document.h"
#include "manifest/folder.h"
#include "manifest/mistakes.h"
#include "manifest/quiz_reader.h"
#include "manifest/wrong_submission.h"

namespace lockstep {
namespace {

using manifest::TableReader;

/// Each has a letter, and q ends the quiz.
constexpr std::size_t kMostAnswers = 8;

QuizAnswer read_answer(TableReader& table) {
  QuizAnswer answer;
  answer.prints = table.has("prints");
  if (answer.prints) answer.text = table.text("prints").value_or("");
  if (table.has("says")) {
    if (!answer.text.empty()) table.mistake(table.line_of("says"), "prints and says", "one of the two");
    answer.text = table.text("says").value_or("");
  }
  if (answer.text.empty()) table.mistake(table.line(), "neither prints nor says", "one of the two");
  if (table.has("ends")) {
    if (const auto kind = table.choice("ends", manifest::finding_kinds())) answer.ends = finding_kind(*kind);
  }
  answer.right = table.flag("right");
  answer.why = table.text("why").value_or("");
  table.refuse_other_keys();
  return answer;
}

QuizQuestion read_question(TableReader& table) {
  QuizQuestion question;
  question.id = table.text("id").value_or("");
  question.ask = table.text("ask").value_or("");
  if (table.has("program")) question.program = table.text("program").value_or("");
  for (TableReader& answer : table.tables("answer")) question.answers.push_back(read_answer(answer));
  table.refuse_other_keys();
  return question;
}

/// What no key says by itself.
void check(const QuizQuestion& question, TableReader& table) {
  const auto is_right = [](const QuizAnswer& answer) { return answer.right; };
  const auto is_of_a_program = [](const QuizAnswer& answer) { return answer.prints || answer.ends; };
  const auto& answers = question.answers;
  if (answers.size() < 2 || answers.size() > kMostAnswers) {
    table.mistake(table.line(), fmt::format("{} answers", answers.size()), fmt::format("2 to {}", kMostAnswers));
  } else if (std::none_of(answers.begin(), answers.end(), is_right)) {
    table.mistake(table.line(), "no right answer", "right = true in one or more");
  }
  if (question.program.empty() && std::any_of(answers.begin(), answers.end(), is_of_a_program)) {
    table.mistake(table.line(), "prints or ends without a program", "the program that does it");
  }
}

}  // namespace

std::vector<QuizQuestion> manifest::read_quiz(TableReader& reader) {
  std::vector<QuizQuestion> questions;
  std::set<std::string> ids;
  for (TableReader& table : reader.tables("question")) {
    questions.push_back(read_question(table));
    check(questions.back(), table);
    if (!ids.insert(questions.back().id).second) {
      table.mistake(table.line_of("id"), "an id that another question has", "an id of its own");
    }
  }
  reader.refuse_other_keys();
  return questions;
}

Result<std::vector<QuizQuestion>> read_quiz(const std::filesystem::path& lab_dir) {
  const std::filesystem::path folder = lab_dir / kQuizFolder;
  const std::filesystem::path file = folder / "quiz.toml";
  if (!manifest::is_file(file)) return std::vector<QuizQuestion>{};
  const auto document = manifest::read_document(file);
  if (!document) return tl::unexpected(document.error());
  manifest::Mistakes mistakes(file);
  TableReader reader(*document, "the quiz", 1, mistakes);
  auto questions = manifest::read_quiz(reader);
  for (const QuizQuestion& question : questions) {
    if (question.program.empty() || manifest::is_file(folder / question.program)) continue;
    mistakes.add(1, fmt::format("no file {}", question.program), "the program of each question, beside quiz.toml");
  }
  if (!mistakes.empty()) return mistakes.error();
  return questions;
}

}  // namespace lockstep
