#include "cli/run_quiz.h"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <vector>

#include "cli/input_lines.h"
#include "cli/path_from_here.h"
#include "cli/quiz_text.h"
#include "cli/record.h"
#include "cli/terminal.h"
#include "manifest/labs.h"
#include "manifest/quiz.h"
#include "os/file.h"
#include "text/shell_word.h"

namespace lockstep::cli {
namespace {

/// Asks the questions of one lab and keeps what was answered.
class Quiz {
 public:
  Quiz(const CommandContext& here, const std::filesystem::path& lab_dir)
      : here_(here), lab_dir_(lab_dir), lines_(STDIN_FILENO, here.stop), width_(terminal_width(STDOUT_FILENO)) {}

  /// \return false when the quiz is to end: the learner said so, or the input did
  [[nodiscard]] Result<bool> ask(const QuizQuestion& question) {
    std::string program;
    if (!question.program.empty()) {
      auto text = os::read_file(program_file(question));
      if (!text) return tl::unexpected(text.error());
      program = std::move(*text);
    }
    fmt::print("{}\n", asked(question, program, width_));
    const auto answer = read_answer(question);
    if (!answer) return goes_on_;
    fmt::print("\n{}", explained(question, *answer, width_));
    if (!question.program.empty()) {
      fmt::print("\n  See for yourself: ./lab explore {} --strategy exhaustive --outputs\n",
                 shell_word(path_from_here(program_file(question)).string()));
    }
    fmt::print("\n");
    ++answered_;
    if (*answer != right_answers(question)) return true;
    ++right_;
    const auto kept = Record::update(here_.kit.build_dir, lab_dir_.filename().string(),
                                     [&](LabRecord& state) { state.quiz.insert(question.id); });
    if (!kept) return tl::unexpected(kept.error());
    return true;
  }

  [[nodiscard]] int answered() const { return answered_; }
  [[nodiscard]] int right() const { return right_; }

 private:
  [[nodiscard]] std::filesystem::path program_file(const QuizQuestion& question) const {
    return lab_dir_ / kQuizFolder / question.program;
  }

  /// \return nothing when the question is passed over, or the quiz ends
  [[nodiscard]] std::optional<ChosenAnswers> read_answer(const QuizQuestion& question) {
    const char last = static_cast<char>('a' + question.answers.size() - 1);
    for (;;) {
      fmt::print("Your answer (letters, such as b or ac; Enter: the next question; q: end): ");
      std::fflush(stdout);
      const auto line = lines_.next();
      goes_on_ = line && *line != "q" && *line != "Q";
      if (!goes_on_ || line->find_first_not_of(" \t\r") == std::string::npos) {
        fmt::print("\n");
        return std::nullopt;
      }
      if (auto answers = chosen(*line, question)) return answers;
      fmt::print("Not understood. Give the letters of all answers that are right, from a to {}.\n", last);
    }
  }

  const CommandContext& here_;
  const std::filesystem::path lab_dir_;
  InputLines lines_;
  const int width_;
  bool goes_on_ = true;
  int answered_ = 0;
  int right_ = 0;
};

/// The questions to ask now.
std::vector<QuizQuestion> open_questions(std::vector<QuizQuestion> questions, const LabRecord& state, bool again) {
  if (!again) std::erase_if(questions, [&](const QuizQuestion& question) { return state.quiz.contains(question.id); });
  return questions;
}

void print_end(const Quiz& quiz, std::size_t left, const std::string& lab) {
  if (quiz.answered() > 0) fmt::print("{} of {} right. ", quiz.right(), quiz.answered());
  if (left == 0) {
    fmt::print("Every question of this lab is answered. All of them again: ./lab quiz {} --again\n", lab);
  } else {
    fmt::print("{} still to answer: ./lab quiz {}\n", left, lab);
  }
}

}  // namespace

void declare(Arguments& arguments, QuizOptions& options) {
  arguments.positional("lab", options.lab, "The lab");
  arguments.flag("--again", options.again, "Ask all questions, also those that you have answered");
  arguments.help(
      "Most questions are about what a short program can print, under every interleaving of its threads. They give no "
      "points. A question that you answered right is not asked again.");
  arguments.example("./lab quiz 01 --again");
}

Result<ExitStatus> run(const QuizOptions& options, const CommandContext& here) {
  const auto dir = find_lab(here.kit.root, options.lab);
  if (!dir) return tl::unexpected(dir.error());
  const auto questions = read_quiz(*dir);
  if (!questions) return tl::unexpected(questions.error());
  const std::string lab = dir->filename().string();
  if (questions->empty()) {
    fmt::print("{} has no quiz.\n", lab);
    return kNoPointLost;
  }
  const auto to_ask = open_questions(*questions, Record::read(here.kit.build_dir).of(lab), options.again);
  Quiz quiz(here, *dir);
  for (std::size_t i = 0; i < to_ask.size(); ++i) {
    fmt::print("Question {} of {}. ", i + 1, to_ask.size());
    const auto goes_on = quiz.ask(to_ask[i]);
    if (!goes_on) return tl::unexpected(goes_on.error());
    if (!*goes_on) break;
  }
  const auto left = open_questions(*questions, Record::read(here.kit.build_dir).of(lab), false);
  print_end(quiz, left.size(), options.lab);
  return kNoPointLost;
}

}  // namespace lockstep::cli
