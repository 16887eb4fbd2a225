#pragma once

#include <gtest/gtest.h>

#include "lockstep/explore.h"

/// Explores a test of yours twice: with a broken program, in which something must be found, and with a right one, in
/// which nothing may be.
template <class Test, class Broken, class Right>
void expect_that_it_tells_apart(const Test& test, const Broken& broken, const Right& right) {
  using enum lockstep::FindingKind;
  {
    SCOPED_TRACE(
        "Your test and the broken program: no schedule shows the bug. Is the object made by what the test is given, do "
        "two threads use it at the same time, and does an assert say what must hold of what they get?");
    lockstep::explore([&] { test(broken); },
                      {.expected = {kDataRace, kAssertion, kUseAfterFree, kDeadlock, kLostWakeup, kLivelock}});
  }
  if (testing::Test::HasFailure()) return;
  SCOPED_TRACE("Your test and a program that keeps its promises: it must pass in every schedule.");
  lockstep::explore([&] { test(right); });
}
