// The sanitizers' own needs (terabytes of address space, a tracer, /proc, personality) are met in the sandbox.

#include "process/backend_test.h"

namespace lockstep::process {
namespace {

class SanitizersTest : public BackendTest {
 protected:
  Run run_program(std::vector<std::string> argv) const {
    Sandbox sandbox = this->sandbox();
    sandbox.readable = {argv.back()};
    Command command;
    command.argv = std::move(argv);
    auto run = process::run(command, limits_, sandbox);
    EXPECT_TRUE(run) << run.error().message;
    return run ? *run : Run{};
  }
};
ON_EVERY_BACKEND(SanitizersTest);

TEST_P(SanitizersTest, ThreadSanitizerFindsARaceAndItsPlace) {
  const Run run = run_program({LOCKSTEP_RACE});
  EXPECT_EQ(status(run), 66) << describe(run.exit);
  EXPECT_NE(run.errors.find("data race"), std::string::npos) << run.errors;
  EXPECT_NE(run.errors.find("race.cpp:7"), std::string::npos) << run.errors;
}

TEST_P(SanitizersTest, AddressesNeedNotBeRandom) {
  EXPECT_EQ(status(run_program({"setarch", "-R", LOCKSTEP_RACE})), 66);
}

TEST_P(SanitizersTest, LeakSanitizerFindsALeakAndItsPlace) {
  const Run run = run_program({LOCKSTEP_LEAK});
  EXPECT_EQ(status(run), 1) << describe(run.exit);
  EXPECT_NE(run.errors.find("detected memory leaks"), std::string::npos) << run.errors;
  EXPECT_NE(run.errors.find("leak.cpp:6"), std::string::npos) << run.errors;
}

}  // namespace
}  // namespace lockstep::process
