#include "cli/compiler_lines.h"

#include <gtest/gtest.h>

namespace lockstep::cli {
namespace {

TEST(CompilerLinesTest, EachPlaceGetsTheFolder) {
  EXPECT_EQ(with_folder("a.cpp:3:7: error: x\n    3 | int\ntests/b.h:10:1: note: y", "labs/01-primes"),
            "labs/01-primes/a.cpp:3:7: error: x\n    3 | int\nlabs/01-primes/tests/b.h:10:1: note: y");
}

TEST(CompilerLinesTest, WhatIsNoPlaceStays) {
  for (const char* const text : {"", "\n", "/usr/include/a.h:3:7: error: x", "ThreadsTest.Keeps:", "a.cpp:3: x",
                                 "at a.cpp:3:7: x", "12:34:56", ":3:7: x", "a.cpp:3:7:no"}) {
    EXPECT_EQ(with_folder(text, "labs/01-primes"), text);
  }
}

}  // namespace
}  // namespace lockstep::cli
