#include "similarity/compare.h"

#include <gtest/gtest.h>

#include <string>

namespace lockstep::similarity {
namespace {

const std::string kFirst =
    "int count_primes(const std::vector<int>& numbers) {\n"
    "  int found = 0;\n"
    "  for (const int number : numbers) {\n"
    "    bool prime = number > 1;\n"
    "    for (int i = 2; i * i <= number && prime; ++i) prime = number % i != 0;\n"
    "    if (prime) ++found;\n"
    "  }\n"
    "  return found;\n"
    "}\n";

const std::string kSecond =
    "void Queue::push(Item item) {\n"
    "  std::unique_lock lock(mutex_);\n"
    "  not_full_.wait(lock, [this] { return items_.size() < capacity_ || closed_; });\n"
    "  if (closed_) throw std::runtime_error(\"closed\");\n"
    "  items_.push_back(std::move(item));\n"
    "  not_empty_.notify_one();\n"
    "}\n";

const std::string kOther =
    "Result drain(Store& store) {\n"
    "  std::vector<std::thread> workers;\n"
    "  while (!store.empty()) {\n"
    "    auto next = store.take();\n"
    "    workers.emplace_back([task = std::move(next)]() mutable { task.run(); });\n"
    "  }\n"
    "  for (auto& worker : workers) worker.join();\n"
    "  switch (store.state()) {\n"
    "    case State::kFailed: return Result::error(store.why());\n"
    "    default: break;\n"
    "  }\n"
    "  return Result::ok(store.sum() / store.count());\n"
    "}\n";

std::string replaced(std::string text, const std::string& before, const std::string& after) {
  for (std::size_t at = text.find(before); at != std::string::npos; at = text.find(before, at + after.size())) {
    text.replace(at, before.size(), after);
  }
  return text;
}

Comparison of(const std::string& a, const std::string& b, const Files& skeleton = {}, const Options& options = {}) {
  const std::vector<Submission> two{{.learner = "ada", .files = {{"a.cpp", a}}},
                                    {.learner = "bob", .files = {{"b.cpp", b}}}};
  return compare(two, skeleton, options);
}

TEST(CompareTest, RenamedVariablesAndOtherNumbersAreFound) {
  std::string renamed = kFirst + kSecond;
  for (const auto& [before, after] : std::vector<std::pair<std::string, std::string>>{{"found", "total"},
                                                                                      {"number", "candidate"},
                                                                                      {"prime", "yes"},
                                                                                      {"items_", "q"},
                                                                                      {"closed\"", "no more\""},
                                                                                      {"= 2", "= 3"}}) {
    renamed = replaced(renamed, before, after);
  }
  const auto result = of(kFirst + kSecond, renamed);
  ASSERT_EQ(result.pairs.size(), 1U);
  EXPECT_EQ(result.pairs[0].share(), 1);
  ASSERT_EQ(result.pairs[0].matches.size(), 1U);
  EXPECT_EQ(result.pairs[0].matches[0].a.file, "a.cpp");
  EXPECT_EQ(result.pairs[0].matches[0].b.file, "b.cpp");
  EXPECT_EQ(result.pairs[0].matches[0].a.first, 1);
  EXPECT_EQ(result.pairs[0].matches[0].a.last, 16);
}

TEST(CompareTest, ReorderedFunctionsAreFoundWithTheirLinesInBoth) {
  const auto result = of(kFirst + kSecond, kSecond + kFirst);
  ASSERT_EQ(result.pairs.size(), 1U);
  EXPECT_GT(result.pairs[0].share(), 0.95);
  ASSERT_EQ(result.pairs[0].matches.size(), 2U);
  const Match& first = result.pairs[0].matches[0];
  EXPECT_EQ(first.a.first, 1);
  EXPECT_EQ(first.a.last, 9);
  EXPECT_EQ(first.b.first, 8);
  EXPECT_EQ(first.b.last, 16);
}

TEST(CompareTest, InsertedCommentsSpacingAndDirectivesAreFound) {
  std::string spread = replaced(kFirst + kSecond, ";\n", ";  // why\n\n/* more\n */\n");
  spread = "#include <vector>\n#define X 1\n" + replaced(spread, "{\n", "\n{\n");
  const auto result = of(kFirst + kSecond, spread);
  ASSERT_EQ(result.pairs.size(), 1U);
  EXPECT_EQ(result.pairs[0].share(), 1);
}

TEST(CompareTest, ACopyInsideOfSomethingLongerIsFound) {
  const auto result = of(kFirst + kSecond, kOther + kFirst + kOther + kSecond + kOther);
  ASSERT_EQ(result.pairs.size(), 1U);
  EXPECT_GT(result.pairs[0].share_a, 0.95);
  EXPECT_LT(result.pairs[0].share_b, 0.6);
}

TEST(CompareTest, DifferentTextsAreNotReported) { EXPECT_TRUE(of(kFirst + kSecond, kOther + kOther).pairs.empty()); }

TEST(CompareTest, WhatIsInTheSkeletonDoesNotCount) {
  const Options low{.threshold = 0.2};
  EXPECT_EQ(of(kFirst + kSecond, kFirst + kOther, {}, low).pairs.size(), 1U);
  EXPECT_TRUE(of(kFirst + kSecond, kFirst + kOther, {{"a.cpp", kFirst}}, low).pairs.empty());
  const auto all = of(kFirst + kSecond, kFirst + kSecond, {{"a.cpp", kFirst}}, {.threshold = 0.9});
  ASSERT_EQ(all.pairs.size(), 1U) << "the rest is alike";
}

TEST(CompareTest, WhatManyHaveInCommonDoesNotCount) {
  std::vector<Submission> many;
  many.reserve(8);
  for (int i = 0; i < 8; ++i) {
    many.push_back({.learner = std::to_string(i), .files = {{"a.cpp", kFirst + kSecond}}});
  }
  EXPECT_TRUE(compare(many, {}, {}).pairs.empty());
  EXPECT_EQ(compare(many, {}, {}).not_compared.size(), 8U) << "and that is told";
  many.resize(5);
  EXPECT_EQ(compare(many, {}, {}).pairs.size(), 10U) << "of a few it is not common";
}

TEST(CompareTest, TooLittleOfOnesOwnIsToldAndNotCompared) {
  const auto result = of("int i;", "int j;");
  EXPECT_TRUE(result.pairs.empty());
  EXPECT_EQ(result.not_compared, (std::vector<std::size_t>{0, 1}));
}

TEST(CompareTest, TheMostAlikeComeFirst) {
  const std::vector<Submission> three{{.learner = "ada", .files = {{"a.cpp", kFirst + kSecond + kOther}}},
                                      {.learner = "bob", .files = {{"a.cpp", kFirst + kSecond + kFirst}}},
                                      {.learner = "eve", .files = {{"a.cpp", kFirst + kSecond + kOther}}}};
  const auto result = compare(three, {}, {.threshold = 0.3});
  ASSERT_EQ(result.pairs.size(), 3U);
  EXPECT_EQ(result.pairs[0].a, 0U);
  EXPECT_EQ(result.pairs[0].b, 2U);
}

TEST(CompareTest, NoMatchGoesFromOneFileIntoTheNext) {
  const std::vector<Submission> two{{.learner = "ada", .files = {{"a.cpp", kFirst}, {"b.cpp", kSecond}}},
                                    {.learner = "bob", .files = {{"c.cpp", kFirst + kSecond}}}};
  const auto result = compare(two, {}, {});
  ASSERT_EQ(result.pairs.size(), 1U);
  ASSERT_EQ(result.pairs[0].matches.size(), 2U);
  EXPECT_EQ(result.pairs[0].matches[1].a.file, "b.cpp");
  EXPECT_EQ(result.pairs[0].matches[1].a.first, 1);
}

TEST(CompareTest, AnyTextCanBeCompared) {
  const auto result = of(std::string("\xFF\0\"unclosed ' /* {{{", 20), "R\"(");
  EXPECT_TRUE(result.pairs.empty());
}

}  // namespace
}  // namespace lockstep::similarity
