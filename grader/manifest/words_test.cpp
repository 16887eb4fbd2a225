#include "manifest/words.h"

#include <gtest/gtest.h>

namespace lockstep::manifest {
namespace {

TEST(WordsTest, SubmitPathsStayBelowTheLab) {
  for (const char* good : {"a.cpp", "src/a-b_c.hpp", "A1.h", "a/b/c.cpp"}) EXPECT_TRUE(is_submit_path(good)) << good;
  for (const char* bad : {"", "/etc/passwd", "../a.cpp", "a/../b.cpp", ".", "./a.cpp", "a//b.cpp", "a/", ".hidden",
                          "-o", "a b.cpp", "a;b.cpp", "$(x).cpp", "a\nb.cpp", "\xC3\xA9.cpp", "a\\b.cpp"}) {
    EXPECT_FALSE(is_submit_path(bad)) << bad;
  }
}

TEST(WordsTest, IdsAreSmallLettersDigitsAndHyphens) {
  for (const char* good : {"a", "threads", "part-2"}) EXPECT_TRUE(is_id(good)) << good;
  for (const char* bad : {"", "Threads", "2nd", "a_b", "a b", "../x"}) EXPECT_FALSE(is_id(bad)) << bad;
}

TEST(WordsTest, CasesAreSuiteDotCase) {
  for (const char* good : {"A.B", "Suite_1.Case", "All/Suite.Case/3"}) EXPECT_TRUE(is_case(good)) << good;
  for (const char* bad : {"", "A", "A.", ".B", "A.B.C", "A.*", "A.B:C.D", "A. B"}) EXPECT_FALSE(is_case(bad)) << bad;
}

TEST(WordsTest, TargetsAreNoOptions) {
  EXPECT_TRUE(is_target("primes_test"));
  for (const char* bad : {"", "-all", "a b", "../x", "a.b"}) EXPECT_FALSE(is_target(bad)) << bad;
}

TEST(WordsTest, NamesOfFunctionsAndTypesHaveNoScopeOfTheLibrarysOwn) {
  for (const char* good : {"fork", "__environ", "std::wait", "std::this_thread::sleep_for", "boost::lockfree::queue"}) {
    EXPECT_TRUE(is_qualified_name(good)) << good;
  }
  for (const char* bad : {"", "std::", "::fork", "2nd", "std::vector<int>", "std::__atomic_base::wait", "_V2::wait"}) {
    EXPECT_FALSE(is_qualified_name(bad)) << bad;
  }
}

TEST(WordsTest, LabsAreNumberAndName) {
  for (const char* good : {"01-primes", "20-a-b2"}) EXPECT_TRUE(is_lab_name(good)) << good;
  for (const char* bad : {"", "01", "01-", "1-primes", "01_primes", "ab-primes", "01-Primes"}) {
    EXPECT_FALSE(is_lab_name(bad)) << bad;
  }
}

}  // namespace
}  // namespace lockstep::manifest
