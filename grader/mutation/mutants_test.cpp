#include "mutation/mutants.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace lockstep::mutation {
namespace {

std::vector<std::string> names_of(const std::vector<GeneratedMutant>& mutants) {
  std::vector<std::string> names;
  names.reserve(mutants.size());
  for (const GeneratedMutant& mutant : mutants) names.push_back(mutant.name);
  return names;
}

TEST(MutantsTest, HaveNamesWithOperatorFileAndLine) {
  const auto mutants = mutants_of("a.cpp", "void f() {\n  g();\n  h(), i();\n}\n");
  EXPECT_EQ(names_of(mutants), (std::vector<std::string>{"delete-statement:a.cpp:2", "delete-statement:a.cpp:3"}));
}

TEST(MutantsTest, AreToldApartInOneLine) {
  const auto mutants = mutants_of("a.cpp", "void f() {\n  g(); h();\n}\n");
  EXPECT_EQ(names_of(mutants), (std::vector<std::string>{"delete-statement:a.cpp:2", "delete-statement:a.cpp:2#2"}));
}

TEST(MutantsTest, AreOfTheFirstOperatorThatMakesThem) {
  const auto mutants = mutants_of("a.cpp", "void f() {\n  c.notify_one();\n}\n");
  EXPECT_EQ(names_of(mutants), std::vector<std::string>{"drop-notify:a.cpp:2"});
}

TEST(MutantsTest, SayWhatTheyChange) {
  const auto mutants = mutants_of("a.cpp", "void f() {\n  const std::scoped_lock lock(m);\n  g();\n}\n");
  const auto moved = std::find_if(mutants.begin(), mutants.end(), [](const GeneratedMutant& mutant) {
    return mutant.name == "move-before-lock:a.cpp:3";
  });
  ASSERT_NE(moved, mutants.end());
  EXPECT_EQ(moved->changes,
            (std::vector<ChangedLine>{{2, "const std::scoped_lock lock(m);", "g(); const std::scoped_lock lock(m);"},
                                      {3, "g();", ""}}));
  EXPECT_EQ(moved->main_change().before, "g();");
  EXPECT_EQ(moved->main_change().after, "");
}

TEST(MutantsTest, NoTwoAreTheSame) {
  const auto mutants = mutants_of(
      "a.cpp", "void f() {\n  const std::scoped_lock lock(m);\n  x = a < b;\n  c.notify_all();\n  return;\n}\n");
  std::set<std::string> texts;
  for (const GeneratedMutant& mutant : mutants) EXPECT_TRUE(texts.insert(mutant.text).second) << mutant.name;
  EXPECT_GE(mutants.size(), 6U);
}

}  // namespace
}  // namespace lockstep::mutation
