#include "measure/sealed_questions.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lockstep/seal.h"

namespace lockstep::measure {
namespace {

const std::string kNonce = "00112233445566778899aabbccddeeff";

std::string answer_of(const std::variant<process::Exchange, process::Exit>& outcome) {
  return std::get<process::Exchange>(outcome).answer;
}

/// Asks a program that answers what it is told to.
SealedQuestions questions(const std::string& answer) {
  return {kNonce, [answer](std::string_view) { return process::Exchange{.answer = answer, .time = {}}; }};
}

TEST(SealedQuestionsTest, TheNonceGoesBeforeTheFirstQuestionAlone) {
  std::vector<std::string> lines;
  SealedQuestions ask(kNonce, [&lines](std::string_view line) {
    lines.emplace_back(line);
    return process::Exchange{};
  });
  ask("list t1");
  ask("run t2");
  EXPECT_EQ(lines, (std::vector<std::string>{kNonce + "\nlist t1", "run t2"}));
}

TEST(SealedQuestionsTest, ASealedAnswerIsGivenWithoutItsSeal) {
  const std::string seal = seal_of_answer("run t1", "result t1 7", kNonce);
  EXPECT_EQ(answer_of(questions("result t1 7 " + seal)("run t1")), "result t1 7");
}

TEST(SealedQuestionsTest, WithoutTheRightSealNothingIsAnAnswer) {
  const std::string seal = seal_of_answer("run t1", "result t1 7", kNonce);
  for (const std::string& answer :
       {std::string("result t1 7"), std::string("result"), std::string(), "result t1 8 " + seal,
        "result t1 7 " + seal_of_answer("run t1", "result t1 7", ""), "result t1 7 " + seal + " "}) {
    EXPECT_EQ(answer_of(questions(answer)("run t1")), "(not the harness's) " + answer);
  }
  EXPECT_EQ(answer_of(questions("result t1 7 " + seal)("run t2")), "(not the harness's) result t1 7 " + seal)
      << "sealed for another question";
}

TEST(SealedQuestionsTest, ThatAProgramEndedIsSaidByTheSystem) {
  SealedQuestions ask(kNonce, [](std::string_view) { return process::Exit(process::Exited{3}); });
  EXPECT_TRUE(std::holds_alternative<process::Exit>(ask("run t1")));
}

}  // namespace
}  // namespace lockstep::measure
