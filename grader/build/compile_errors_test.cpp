#include "build/compile_errors.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace lockstep::build {
namespace {

const std::vector<std::string> kSubmit{"queue.cpp", "queue.h"};
const std::vector<std::string> kSourceOnly{"queue.cpp"};

TEST(CompileErrorsTest, ShowsTheLearnersOwnLinesFirst) {
  const auto failure = compile_errors(
      "[1/2] Building\n"
      "FAILED: x.o\n"
      "/usr/bin/g++ -c /s/src/queue.cpp\n"
      "In file included from /s/src/queue.cpp:1:\n"
      "/usr/include/c++/12/vector:10:3: error: static assertion failed\n"
      "   10 |   static_assert(false);\n"
      "/s/src/queue.cpp:7:12: error: 'm' was not declared in this scope\n"
      "    7 |   return m +;\n"
      "      |          ^\n"
      "/s/src/queue.cpp:8:1: warning: no return statement\n",
      "/s/src", kSubmit);
  ASSERT_TRUE(failure);
  EXPECT_EQ(failure->text,
            "queue.cpp:7:12: error: 'm' was not declared in this scope\n"
            "    7 |   return m +;\n"
            "      |          ^");
  EXPECT_EQ(failure->file, "queue.cpp");
  EXPECT_EQ(failure->line, 7);
}

TEST(CompileErrorsTest, AnErrorInAHeaderIsThatOfTheLineWhichUsesIt) {
  const char* const gnu =
      "In file included from /usr/include/c++/12/thread:43,\n"
      "                 from /s/src/queue.cpp:3:\n"
      "/usr/include/c++/12/bits/std_thread.h: In instantiation of 'std::thread::thread(Call)':\n"
      "/s/src/queue.cpp:30:17:   required from here\n"
      "/usr/include/c++/12/bits/std_thread.h:129:72: error: static assertion failed: must be invocable\n"
      "  129 |           typename decay<_Args>::type...>::value,\n";
  const char* const clang =
      "In file included from /s/src/queue.cpp:3:\n"
      "/usr/include/c++/12/bits/std_thread.h:129:2: error: static assertion failed: must be invocable\n"
      "        static_assert( __is_invocable<\n"
      "/s/src/queue.cpp:30:17: note: in instantiation of function template specialization 'thread' requested here\n";
  for (const char* log : {gnu, clang}) {
    const auto failure = compile_errors(log, "/s/src", kSourceOnly);
    ASSERT_TRUE(failure) << log;
    EXPECT_EQ(failure->file, "queue.cpp");
    EXPECT_EQ(failure->line, 30) << log;
    EXPECT_NE(failure->text.find("must be invocable"), std::string::npos) << failure->text;
  }
}

TEST(CompileErrorsTest, WhatIsNoCodeIsNotToBeIncluded) {
  const auto failure = compile_errors(
      "In file included from /s/src/queue.cpp:1:\n"
      "/s/src/CMakeLists.txt:7:3: error: invalid preprocessing directive #The\n",
      "/s/src", kSourceOnly);
  ASSERT_TRUE(failure);
  EXPECT_EQ(failure->file, "queue.cpp");
  EXPECT_EQ(failure->line, 1);
}

TEST(CompileErrorsTest, AnErrorThatNoLineOfTheLearnersLeadsToIsTheKits) {
  EXPECT_FALSE(compile_errors("In file included from /s/src/tests/queue_test.cpp:1:\n/k/kit.h:7:3: error: e\n",
                              "/s/src", kSourceOnly));
}

TEST(CompileErrorsTest, AWarningLeadsToNoErrorOfAnotherFile) {
  EXPECT_FALSE(
      compile_errors("In file included from /s/src/queue.cpp:1:\n/usr/include/x.h:7:3: warning: w\n"
                     "FAILED: kit.o\n/k/kit.cpp:7:3: error: e\n",
                     "/s/src", kSourceOnly));
}

TEST(CompileErrorsTest, IsShortHoweverManyErrorsThereAre) {
  std::string log;
  for (int i = 1; i <= 100; ++i) {
    log += "/s/src/queue.cpp:" + std::to_string(i) + ":1: error: e\n    1 | x\n      | ^\n";
  }
  const auto failure = compile_errors(log, "/s/src", kSubmit);
  ASSERT_TRUE(failure);
  EXPECT_LE(std::count(failure->text.begin(), failure->text.end(), '\n'), 21);
  EXPECT_NE(failure->text.find("more errors"), std::string::npos);
}

TEST(CompileErrorsTest, SaysInASentenceWhatTheLinkerMisses) {
  const char* const gnu = "/usr/bin/ld: a.o: in function `main':\na.cpp:1: undefined reference to `Queue::push(int)'\n";
  const char* const mold = "mold: error: undefined symbol: CMakeFiles/t.dir/a.cpp.o: Queue::push(int)\n";
  const char* const lld = "ld.lld: error: undefined symbol: Queue::push(int)\n>>> referenced by a.cpp\n";
  for (const char* log : {gnu, mold, lld}) {
    const auto failure = compile_errors(log, "/s/src", kSourceOnly);
    ASSERT_TRUE(failure) << log;
    EXPECT_EQ(failure->text.find("Queue::push(int) is used, but none of your files defines it"), 0U) << failure->text;
  }
}

TEST(CompileErrorsTest, ShowsNoLineOfAHiddenTest) {
  const std::string error = ":9:3: error: no match for 'operator=='\n    9 |   EXPECT_EQ(queue.pop(), 3);\n";
  const auto in_hidden = compile_errors("/s/src/hidden/queue_hidden.cpp" + error, "/s/src", kSubmit);
  ASSERT_TRUE(in_hidden);
  EXPECT_NE(in_hidden->text.find("hidden/queue_hidden.cpp:9:3: error: no match"), std::string::npos) << in_hidden->text;
  EXPECT_EQ(in_hidden->text.find("EXPECT_EQ"), std::string::npos) << in_hidden->text;
  const auto in_test = compile_errors("/s/src/tests/queue_test.cpp" + error, "/s/src", kSubmit);
  ASSERT_TRUE(in_test);
  EXPECT_NE(in_test->text.find("EXPECT_EQ"), std::string::npos) << "everybody has the lab's own tests";
}

TEST(CompileErrorsTest, TheLabsAuthorSeesWhatOfTheLabDoesNotCompile) {
  const std::string error = "/s/src/tests/queue_test.cpp:9:3: error: 'pusch' was not declared\n    9 |   pusch(3);\n";
  EXPECT_FALSE(compile_errors(error, "/s/src", kSourceOnly)) << "nothing of the learner's";
  EXPECT_EQ(lab_errors(error, "/s/src"),
            "tests/queue_test.cpp:9:3: error: 'pusch' was not declared\n"
            "    9 |   pusch(3);");
  EXPECT_EQ(lab_errors("CMake Error: it is gone\n", "/s/src"), "");
}

TEST(CompileErrorsTest, NamesASecondDefinition) {
  const char* const gnu =
      "/usr/bin/ld: b.o: in function `main':\nb.cpp:3: multiple definition of `main'; a.o:a.cpp:1\n";
  const char* const mold = "mold: error: duplicate symbol: CMakeFiles/a.cpp.o: CMakeFiles/b.cpp.o: main\n";
  for (const char* log : {gnu, mold}) {
    const auto failure = compile_errors(log, "/s/src", kSourceOnly);
    ASSERT_TRUE(failure) << log;
    EXPECT_EQ(failure->text, "main is defined twice: the kit has one of its own, so remove yours");
  }
}

TEST(CompileErrorsTest, SaysThatAHeaderDoesNotFitTheLab) {
  const char* const log = "/s/src/tests/queue_test.cpp:9:5: error: 'class Queue' has no member named 'push'\n";
  const auto failure = compile_errors(log, "/s/src", kSubmit);
  ASSERT_TRUE(failure);
  EXPECT_NE(failure->text.find("does not compile with your header"), std::string::npos);
  EXPECT_FALSE(compile_errors(log, "/s/src", kSourceOnly)) << "who gave no header did not cause this";
}

TEST(CompileErrorsTest, FindsNothingOfTheLearnersInOtherLogs) {
  EXPECT_FALSE(compile_errors("ninja: error: unknown target 'submission'\n", "/s/src", kSourceOnly));
  EXPECT_FALSE(compile_errors("", "/s/src", kSourceOnly));
}

TEST(CompileErrorsTest, WhatTheAssemblerRefusesIsTheLearners) {
  const auto failure = compile_errors(
      "FAILED: submission.dir/queue.cpp.o\n/tmp/ccX.s: Assembler messages:\n/tmp/ccX.s:4: Error: no such instruction: "
      "`xyzzy'\n",
      "/s/src", kSourceOnly);
  ASSERT_TRUE(failure);
  EXPECT_NE(failure->text.find("no such instruction"), std::string::npos) << failure->text;
}

TEST(ExceededLimitTest, IsToldByTheCompilersOwnWords) {
  for (const char* words : {"g++: internal compiler error: CPU time limit exceeded signal terminated program cc1plus",
                            "cc1plus: out of memory allocating 65536 bytes after a total of 3 bytes",
                            "virtual memory exhausted: Cannot allocate memory", "LLVM ERROR: out of memory",
                            "clang: error: unable to execute command: CPU time limit exceeded"}) {
    const auto failure = exceeded_limit(words);
    ASSERT_TRUE(failure) << words;
    EXPECT_NE(failure->text.find("one compiler may take 60 s and 3072 MB"), std::string::npos) << failure->text;
  }
  EXPECT_FALSE(exceeded_limit("g++: fatal error: Killed signal terminated program cc1plus"))
      << "the machine ran out of memory";
}

TEST(StoppedCompilerTest, IsAFailureUnlessTheMachineWasTooBusy) {
  EXPECT_FALSE(stopped_compiler(process::Exited{1}));
  const auto bomb = stopped_compiler(process::TimedOut{process::TimedOut::Clock::kCpu, std::chrono::seconds(120)});
  ASSERT_TRUE(bomb);
  EXPECT_FALSE(bomb->starved);
  EXPECT_NE(bomb->text.find("used more than 120 s of CPU time"), std::string::npos) << bomb->text;
  const auto starved = stopped_compiler(process::Starved{std::chrono::seconds(1200), std::chrono::seconds(3)});
  ASSERT_TRUE(starved);
  EXPECT_TRUE(starved->starved);
  EXPECT_EQ(starved->text,
            "Compiling your files was given 3.0 s of CPU time in 1200 s, wanted more, and was stopped: the machine was "
            "too busy.");
}

}  // namespace
}  // namespace lockstep::build
