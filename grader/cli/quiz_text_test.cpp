#include "cli/quiz_text.h"

#include <gtest/gtest.h>

namespace lockstep::cli {
namespace {

const QuizQuestion kQuestion{
    .id = "two",
    .ask = "What can this program print?",
    .program = "two.cpp",
    .answers = {{.text = "1\n2", .prints = true, .ends = {}, .right = true, .why = "The first one is quick."},
                {.text = "It can wait for ever.", .ends = FindingKind::kDeadlock, .why = "Each lock is released."},
                {.text = "2\n1", .prints = true, .ends = {}, .right = true, .why = "The second one is."}}};

TEST(QuizTextTest, AQuestionShowsItsProgramWithNumbersAndItsAnswersWithLetters) {
  EXPECT_EQ(asked(kQuestion, "int main() {\n\n}\n", 80),
            "What can this program print?\n"
            "\n"
            "  1  int main() {\n"
            "  2\n"
            "  3  }\n"
            "\n"
            "  a  1\n"
            "     2\n"
            "  b  It can wait for ever.\n"
            "  c  2\n"
            "     1\n");
}

TEST(QuizTextTest, AChoiceIsLettersInAnyOrder) {
  EXPECT_EQ(chosen("b", kQuestion), ChosenAnswers{1});
  EXPECT_EQ(chosen("ca", kQuestion), (ChosenAnswers{0, 2}));
  EXPECT_EQ(chosen(" A, c\r", kQuestion), (ChosenAnswers{0, 2}));
}

TEST(QuizTextTest, WhatIsNoLetterOfAnAnswerIsNoChoice) {
  EXPECT_FALSE(chosen("", kQuestion));
  EXPECT_FALSE(chosen("d", kQuestion));
  EXPECT_FALSE(chosen("a1", kQuestion));
  EXPECT_FALSE(chosen("ä", kQuestion));
}

TEST(QuizTextTest, AResultSaysWhetherTheChoiceWasRightAndGivesEachReason) {
  EXPECT_EQ(explained(kQuestion, {0, 2}, 80),
            "Right.\n\n  a  right: The first one is quick.\n  b  wrong: Each lock is released.\n"
            "  c  right: The second one is.\n");
  EXPECT_TRUE(explained(kQuestion, {0}, 80).starts_with("Not quite: right is a, c.\n\n"));
  EXPECT_TRUE(explained(kQuestion, {0, 1, 2}, 80).starts_with("Not quite: right is a, c.\n\n"));
}

TEST(QuizTextTest, LongLinesAreBrokenBelowTheirText) {
  QuizQuestion question = kQuestion;
  question.answers[1].text = "The first thread waits for the second one, which waits for the first one.";
  EXPECT_NE(asked(question, "", 44).find("  b  The first thread waits for the second\n     one, which waits"),
            std::string::npos)
      << asked(question, "", 44);
}

}  // namespace
}  // namespace lockstep::cli
