#include "cli/quiz_text.h"

#include <fmt/core.h>

#include <algorithm>
#include <sstream>

#include "report/wrap.h"

namespace lockstep::cli {
namespace {

char letter(std::size_t answer) { return static_cast<char>('a' + answer); }

/// Each line behind the first begins below its text.
std::string hanging(const std::string& head, std::string_view text, int width) {
  const std::string indent(head.size(), ' ');
  const int room = std::max(20, width - static_cast<int>(head.size()));
  std::string all;
  for (const std::string& line : report::wrap(text, room)) all += (all.empty() ? head : indent) + line + "\n";
  return all;
}

std::string numbered(std::string_view program) {
  std::string text;
  int number = 0;
  std::istringstream lines{std::string(program)};
  for (std::string line; std::getline(lines, line);) {
    text += fmt::format("{}{:>3}  {}", text.empty() ? "" : "\n", ++number, line);
    text.erase(text.find_last_not_of(' ') + 1);
  }
  return text.empty() ? text : text + "\n\n";
}

std::string listed(const ChosenAnswers& answers) {
  std::string text;
  for (const std::size_t answer : answers) text += fmt::format("{}{}", text.empty() ? "" : ", ", letter(answer));
  return text;
}

}  // namespace

std::string asked(const QuizQuestion& question, std::string_view program, int width) {
  std::string text = hanging("", question.ask, width) + "\n" + numbered(program);
  for (std::size_t i = 0; i < question.answers.size(); ++i) {
    text += hanging(fmt::format("  {}  ", letter(i)), question.answers[i].text, width);
  }
  return text;
}

std::optional<ChosenAnswers> chosen(std::string_view line, const QuizQuestion& question) {
  ChosenAnswers answers;
  for (const char character : line) {
    if (character == ' ' || character == ',' || character == '\t' || character == '\r') continue;
    const char small = character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
    if (small < 'a' || static_cast<std::size_t>(small - 'a') >= question.answers.size()) return std::nullopt;
    answers.insert(static_cast<std::size_t>(small - 'a'));
  }
  if (answers.empty()) return std::nullopt;
  return answers;
}

ChosenAnswers right_answers(const QuizQuestion& question) {
  ChosenAnswers right;
  for (std::size_t i = 0; i < question.answers.size(); ++i) {
    if (question.answers[i].right) right.insert(i);
  }
  return right;
}

std::string explained(const QuizQuestion& question, const ChosenAnswers& chosen, int width) {
  const ChosenAnswers right = right_answers(question);
  std::string text = chosen == right ? "Right.\n\n" : fmt::format("Not quite: right is {}.\n\n", listed(right));
  for (std::size_t i = 0; i < question.answers.size(); ++i) {
    const QuizAnswer& answer = question.answers[i];
    text += hanging(fmt::format("  {}  ", letter(i)),
                    fmt::format("{}: {}", answer.right ? "right" : "wrong", answer.why), width);
  }
  return text;
}

}  // namespace lockstep::cli
