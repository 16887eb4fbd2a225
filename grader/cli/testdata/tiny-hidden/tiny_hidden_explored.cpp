#include <gtest/gtest.h>

#include "lockstep/explore.h"
#include "lockstep/linearize.h"
#include "tiny.h"

TEST(HiddenExploredTest, Answers) {
  lockstep::explore([] { EXPECT_EQ(answer(), 42); });
}

namespace {

struct Answers {
  static int give() { return answer(); }
};

struct Reference {
  static int give() { return 42; }
  bool operator==(const Reference&) const = default;
};

lockstep::Client<Answers, Reference> client() {
  lockstep::Client<Answers, Reference> client;
  client.operation("answer", [](auto& answers) { return answers.give(); });
  return client;
}

}  // namespace

TEST(HiddenClientsTest, OfAnswers) {
  auto answers = client();
  answers.as_program({.headers = {"tiny.h"}, .sources = {"tiny.cpp"}, .object = "// no object: answer is a function"});
  answers.reads("answer()");
  lockstep::check_linearizable(answers, {.random_scenarios = 1});
}

TEST(HiddenClientsTest, OfSilentAnswers) { lockstep::check_linearizable(client(), {.random_scenarios = 1}); }
