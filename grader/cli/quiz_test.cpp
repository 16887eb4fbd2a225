// ./lab quiz, as a person uses it, and the keys of the labs' own quizzes, which the explorer knows best.

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>

#include "cli/end_to_end.h"
#include "manifest/labs.h"
#include "manifest/quiz.h"

namespace lockstep::cli {
namespace {

using Texts = std::set<std::string>;

class QuizKeysTest : public EndToEnd {
 protected:
  /// What is found, and what is printed where nothing is.
  struct Explored {
    std::string ended;
    std::optional<FindingKind> finding;
    Texts outputs;
  };

  static Explored explore(const std::filesystem::path& program, std::vector<std::string> options) {
    std::vector<std::string> words{"explore", program, "--outputs", "--json", "-"};
    words.insert(words.end(), options.begin(), options.end());
    const process::Run run = lab(words);
    const auto report = nlohmann::json::parse(run.output, nullptr, false);
    if (!report.is_object()) {
      ADD_FAILURE() << program << "\n" << run.output << run.errors;
      return {};
    }
    Explored explored{.ended = report["ended"], .finding = {}, .outputs = {}};
    if (!report["finding"].is_null()) explored.finding = finding_kind(report["finding"]["kind"].get<std::string>());
    for (const auto& output : report["outputs"]) {
      std::string text = output["text"];
      if (text.ends_with('\n')) text.pop_back();
      explored.outputs.insert(std::move(text));
    }
    return explored;
  }

  static bool is_undefined_behaviour(FindingKind kind) {
    return kind == FindingKind::kDataRace || kind == FindingKind::kUseAfterFree || kind == FindingKind::kLockMisuse;
  }

  /// A program in which nothing is wrong prints the right answers, and nothing else.
  static void expect_that_it_prints(const std::filesystem::path& program, const Texts& right) {
    const Explored explored = explore(program, {"--strategy", "exhaustive"});
    EXPECT_EQ(explored.ended, "exhausted");
    EXPECT_FALSE(explored.finding);
    EXPECT_EQ(explored.outputs, right);
  }

  /// A program with a fault has just this one, and where its behaviour is defined prints the right answers besides.
  static void expect_that_it_ends(const std::filesystem::path& program, FindingKind right, const Texts& prints) {
    const Explored explored = explore(program, {});
    ASSERT_TRUE(explored.finding);
    EXPECT_EQ(name(*explored.finding), name(right));
    if (is_undefined_behaviour(right)) {
      EXPECT_TRUE(prints.empty()) << "nothing can be said of what it prints";
      return;
    }
    EXPECT_EQ(explored.outputs, prints) << "seen before the fault was found";
  }

  static void expect_right(const QuizQuestion& question, const std::filesystem::path& program) {
    Texts prints;
    std::optional<FindingKind> ends;
    for (const QuizAnswer& answer : question.answers) {
      if (answer.right && answer.prints) prints.insert(answer.text);
      if (answer.right && answer.ends) ends = answer.ends;
    }
    if (ends) {
      expect_that_it_ends(program, *ends, prints);
    } else {
      expect_that_it_prints(program, prints);
    }
  }
};

TEST_F(QuizKeysTest, EachKeyIsWhatTheExplorerFinds) {
  const auto labs = list_labs(LOCKSTEP_SOURCE_DIR);
  ASSERT_TRUE(labs);
  for (const std::filesystem::path& dir : *labs) {
    const auto questions = read_quiz(dir);
    ASSERT_TRUE(questions) << questions.error().message;
    EXPECT_GE(questions->size(), 5U) << dir;
    EXPECT_LE(questions->size(), 8U) << dir;
    for (const QuizQuestion& question : *questions) {
      SCOPED_TRACE(dir.filename().string() + ": " + question.id);
      if (!question.program.empty()) expect_right(question, dir / kQuizFolder / question.program);
    }
  }
}

class QuizCommandTest : public EndToEnd {
 protected:
  void SetUp() override {
    namespace fs = std::filesystem;
    fs::create_directories(root() / "labs/01-tiny/quiz");
    fs::copy_file(test_data() / "quiz/quiz.toml", root() / "labs/01-tiny/quiz/quiz.toml",
                  fs::copy_options::overwrite_existing);
    fs::copy_file(test_data() / "quiz/one.cpp", root() / "labs/01-tiny/quiz/one.cpp",
                  fs::copy_options::overwrite_existing);
    fs::remove(root() / "build/record.json");
  }

  static process::Run quiz(const std::string& input, std::vector<std::string> options = {}) {
    std::vector<std::string> words{LOCKSTEP_GRADER, "quiz", "01"};
    words.insert(words.end(), options.begin(), options.end());
    return run(words, environment(), input);
  }

  static bool says(const process::Run& run, const std::string& text) {
    return run.output.find(text) != std::string::npos;
  }
};

TEST_F(QuizCommandTest, AsksExplainsAndDoesNotAskAgainWhatWasAnsweredRight) {
  const auto first = quiz("a\nb\n");
  EXPECT_EQ(status(first), 0) << first.errors;
  EXPECT_TRUE(says(first, "Question 1 of 2. What can this program print?\n\n  1  int main() {}\n")) << first.output;
  EXPECT_TRUE(says(first, "Not quite: right is b.")) << first.output;
  EXPECT_TRUE(says(first, "b  right: It prints nothing.")) << first.output;
  EXPECT_TRUE(says(first, "./lab explore ")) << first.output;
  EXPECT_TRUE(says(first, "1 of 2 right. 1 still to answer: ./lab quiz 01\n")) << first.output;

  const auto second = quiz("B\n");
  EXPECT_TRUE(says(second, "Question 1 of 1. ")) << second.output;
  EXPECT_TRUE(says(second, "1 of 1 right. Every question of this lab is answered.")) << second.output;

  const auto third = quiz("", {});
  EXPECT_TRUE(third.output.starts_with("Every question of this lab is answered.")) << third.output;
  EXPECT_TRUE(says(quiz("q\n", {"--again"}), "Question 1 of 2. "));
}

TEST_F(QuizCommandTest, AsksAgainWhereItDidNotUnderstand) {
  const auto run = quiz("z\n1\nb\nq\n");
  EXPECT_TRUE(says(run, "Not understood. Give the letters of all answers that are right, from a to b.")) << run.output;
  EXPECT_TRUE(says(run, "Right.")) << run.output;
  EXPECT_TRUE(says(run, "1 of 1 right. 1 still to answer")) << run.output;
}

TEST_F(QuizCommandTest, AnEmptyLinePassesOverAQuestionAndTheEndOfTheInputEndsTheQuiz) {
  const auto run = quiz("\n");
  EXPECT_EQ(status(run), 0);
  EXPECT_TRUE(says(run, "Question 2 of 2. ")) << run.output;
  EXPECT_TRUE(says(run, "\n2 still to answer")) << run.output;
}

TEST_F(QuizCommandTest, ALabWithoutAQuizSaysSo) {
  std::filesystem::remove_all(root() / "labs/01-tiny/quiz");
  const auto run = quiz("");
  EXPECT_EQ(status(run), 0);
  EXPECT_EQ(run.output, "01-tiny has no quiz.\n");
}

}  // namespace
}  // namespace lockstep::cli
