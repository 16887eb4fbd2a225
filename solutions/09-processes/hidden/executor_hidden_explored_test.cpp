#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

#include "executor.h"
#include "lockstep/explore.h"

TEST(HiddenExploredExecutorTest, TwoFailuresAtTheSameTime) {
  lockstep::explore([] {
    Executor executor(Kind::kThreads, 2, [](const Bytes& input) -> Bytes { throw std::domain_error("not " + input); });
    auto first = executor.submit("a");
    auto second = executor.submit("b");
    std::string failures;
    for (auto* future : {&first, &second}) {
      try {
        static_cast<void>(future->get());
      } catch (const TaskFailed& failure) {
        failures += failure.what();
      }
    }
    EXPECT_EQ(failures, "not anot b");
  });
}
