#include "manifest/quiz.h"

#include <gtest/gtest.h>

#include <string>

#include "manifest/temporary_lab.h"

namespace lockstep {
namespace {

class QuizTest : public testing::Test {
 protected:
  [[nodiscard]] Result<std::vector<QuizQuestion>> read(std::string_view text) const {
    checkout_.write("quiz/quiz.toml", text);
    checkout_.write("quiz/two.cpp", "int main() {}\n");
    return read_quiz(checkout_.dir());
  }

  [[nodiscard]] std::string mistakes(std::string_view text) const {
    const auto quiz = read(text);
    return quiz ? "none" : quiz.error().message;
  }

  manifest::TemporaryLab checkout_;
};

constexpr std::string_view kTwoAnswers = R"([[question]]
id = "two"
ask = "What can this program print?"
program = "two.cpp"
[[question.answer]]
prints = "1"
right = true
why = "The first one is quick."
[[question.answer]]
says = "It can wait for ever."
ends = "deadlock"
why = "Each lock is released."
)";

TEST_F(QuizTest, IsReadWhole) {
  const auto quiz = read(kTwoAnswers);
  ASSERT_TRUE(quiz) << quiz.error().message;
  ASSERT_EQ(quiz->size(), 1U);
  const QuizQuestion& question = quiz->front();
  EXPECT_EQ(question.id, "two");
  EXPECT_EQ(question.ask, "What can this program print?");
  EXPECT_EQ(question.program, "two.cpp");
  ASSERT_EQ(question.answers.size(), 2U);
  EXPECT_EQ(question.answers[0].text, "1");
  EXPECT_TRUE(question.answers[0].prints);
  EXPECT_TRUE(question.answers[0].right);
  EXPECT_EQ(question.answers[0].why, "The first one is quick.");
  EXPECT_FALSE(question.answers[0].ends);
  EXPECT_EQ(question.answers[1].text, "It can wait for ever.");
  EXPECT_FALSE(question.answers[1].prints);
  EXPECT_EQ(question.answers[1].ends, FindingKind::kDeadlock);
  EXPECT_FALSE(question.answers[1].right);
}

TEST_F(QuizTest, ALabMayHaveNone) {
  const auto none = read_quiz(checkout_.dir());
  ASSERT_TRUE(none);
  EXPECT_TRUE(none->empty());
}

TEST_F(QuizTest, AQuestionNeedsARightAnswerAndAnotherOne) {
  EXPECT_NE(mistakes("[[question]]\nid = 'a'\nask = '?'\n[[question.answer]]\nsays = 'x'\nright = true\nwhy = 'y'\n")
                .find("quiz.toml:1: found 1 answers; accepted: 2 to 8"),
            std::string::npos);
  EXPECT_NE(mistakes("[[question]]\nid = 'a'\nask = '?'\n[[question.answer]]\nsays = 'x'\nwhy = 'y'\n"
                     "[[question.answer]]\nsays = 'z'\nwhy = 'y'\n")
                .find("no right answer"),
            std::string::npos);
}

TEST_F(QuizTest, WhatAProgramDoesNeedsTheProgram) {
  std::string text(kTwoAnswers);
  text.erase(text.find("program = "), std::string("program = \"two.cpp\"\n").size());
  EXPECT_NE(mistakes(text).find("prints or ends without a program"), std::string::npos);
  EXPECT_NE(
      mistakes(std::string(kTwoAnswers).replace(kTwoAnswers.find("two.cpp"), 7, "six.cpp")).find("no file six.cpp"),
      std::string::npos);
}

TEST_F(QuizTest, AnAnswerIsPrintedOrSaid) {
  EXPECT_NE(mistakes(std::string(kTwoAnswers) + "[[question.answer]]\nwhy = 'y'\n").find("neither prints nor says"),
            std::string::npos);
  EXPECT_NE(mistakes(std::string(kTwoAnswers) + "[[question.answer]]\nprints = '1'\nsays = 'x'\nwhy = 'y'\n")
                .find("prints and says"),
            std::string::npos);
}

TEST_F(QuizTest, TwoQuestionsDoNotShareAnId) {
  EXPECT_NE(mistakes(std::string(kTwoAnswers) + std::string(kTwoAnswers)).find("an id that another question has"),
            std::string::npos);
}

}  // namespace
}  // namespace lockstep
