#include "linearize/program.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <utility>

#include "linearize/example_client.h"
#include "linearize/outlook.h"

namespace price {

struct Price {
  int cents = 0;
};
[[maybe_unused]] std::string to_text(const Price& price) { return std::to_string(price.cents) + " ct"; }
[[maybe_unused]] std::string to_code(const Price& price) { return "Price{" + std::to_string(price.cents) + "}"; }

}  // namespace price

namespace lockstep::linearize {
namespace {

/// The class under test, as a lab has it: a place for one price. put and take wait; both may call back.
constexpr const char* kPlace = R"(#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>

struct Price {
  int cents = 0;
};

class Place {
 public:
  bool put(Price price) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return closed_ || !price_; });
    if (closed_) return false;
    price_ = price;
    changed_.notify_all();
    return true;
  }
  std::optional<Price> take(const std::function<void(const std::string&)>& log) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return closed_ || price_; });
    log("taken");
    const auto taken = price_;
    price_.reset();
    return taken;
  }
  void rename(const std::string& name) {
    if (name.empty()) throw std::invalid_argument("no name");
    name_ = name;
  }
  const std::string& name() const { return name_; }
  void close() {
    const std::scoped_lock lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<Price> price_;
  std::string name_ = "place";
  bool closed_ = false;
};
)";

/// The same for one thread: here class and reference.
struct Place {
  bool put(price::Price price) {
    if (closed) return false;
    if (cents) must_wait();
    cents = price.cents;
    return true;
  }
  std::optional<price::Price> take() {
    if (!cents && !closed) must_wait();
    const auto taken = std::exchange(cents, std::nullopt);
    return taken ? std::optional(price::Price{*taken}) : std::nullopt;
  }
  void rename(const std::string& given) { name = given; }
  void close() { closed = true; }
  bool operator==(const Place&) const = default;

  std::optional<int> cents;
  std::string name = "place";
  bool closed = false;
};

/// The calls, by their numbers: 0 put(1 ct), 1 put(2 ct), 2 take(), 3 take_loudly(), 4 rename("a \"b\""), 5 rename("").
Client<Place, Place> client() {
  Client<Place, Place> client;
  client.as_program({.headers = {"place.h"},
                     .name = "place",
                     .object = "Place place;\nstd::atomic<int> calls_of_log = 0;",
                     .declarations = R"(
std::string to_text(const Price& price) { return std::to_string(price.cents) + " ct"; }

void throws_sometimes(const std::string&) { fault_point(); }
)"});
  client.operation(
      "put", [](auto& place, const price::Price& price) { return place.put(price); },
      Values<price::Price>(price::Price{1}, price::Price{2}));
  client.operation("take", [](auto& place) { return place.take(); })
      .may_fail()
      .reads("place.take([&](const std::string&) { ++calls_of_log; throws_sometimes(\"\"); })");
  client.operation("take_loudly", [](auto& place) { return place.take(); })
      .reads("place.take([](const std::string&) { throw 42; })");
  client.operation(
      "rename", [](auto& place, const std::string& name) { place.rename(name); }, Values<std::string>("a \"b\"", ""));
  client.lets_all_go_on("close", [](auto& place) { place.close(); });
  client.in_the_end("name", [](auto& place) { return place.name; });
  client.in_the_end("calls of log", [](auto&) { return 0; }).reads("calls_of_log.load()");
  client.in_the_end("what only the test sees", [](auto&) { return 0; }).reads("");
  return client;
}

std::string program_of(const char* scenario, const Exploration& shown = {}) {
  const auto example = client();
  const auto parsed = parse_scenario(scenario, example.interface());
  const auto waiting = parsed ? outlook(example.interface(), *parsed) : std::nullopt;
  return waiting ? program_text(example.interface(), *parsed, *waiting, shown) : "no scenario";
}

Exploration found(FindingKind kind, std::string message) {
  Exploration::Found found;
  found.kind = kind;
  found.message = std::move(message);
  found.trace = "1 step";
  Exploration exploration;
  exploration.finding = std::move(found);
  return exploration;
}

/// What a command prints, and "failed" behind it when its status is not 0.
std::string printed_by(const std::string& command) {
  FILE* const pipe = popen((command + " 2>&1").c_str(), "r");
  std::string printed;
  for (int c = fgetc(pipe); c != EOF; c = fgetc(pipe)) printed += static_cast<char>(c);
  return pclose(pipe) == 0 ? printed : printed + "failed";
}

class ProgramRunTest : public testing::Test {
 protected:
  ProgramRunTest() {
    std::string made = (std::filesystem::temp_directory_path() / "lockstep-program-XXXXXX").string();
    dir_ = mkdtemp(made.data());
    std::ofstream(dir_ / "place.h") << kPlace;
  }
  ~ProgramRunTest() override { std::filesystem::remove_all(dir_); }

  /// Compiles and runs a program. \return what it printed
  std::string run(const std::string& program, const std::string& compiler = "g++") const {
    std::ofstream(dir_ / "my_test.cpp") << program;
    const std::string in_dir = "cd '" + dir_.string() + "' && ";
    const std::string words =
        printed_by(in_dir + compiler +
                   " -std=c++20 -g -pthread -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror "
                   "my_test.cpp -o my_test");
    return words.empty() ? printed_by(in_dir + "timeout 20 ./my_test") : words;
  }

  std::filesystem::path dir_;
};

bool has_clang() { return std::system("clang++ --version >/dev/null 2>&1") == 0; }

TEST(ProgramTest, CallsAndPrintsWhatTheScenarioHas) {
  const std::string text = program_of("0:2-4");
  for (const char* part :
       {"#include \"place.h\"\n", "int main() {\n  Place place;\n  std::atomic<int> calls_of_log = 0;\n",
        "  show(\"first: put(1 ct)\", [&] { return place.put(Price{1}); });\n",
        "    std::jthread thread_1([&] {\n      show(\"T1: take()\", ",
        "      show(\"T2: rename(\\\"a \\\"b\\\"\\\")\", [&] { return place.rename(\"a \\\"b\\\"\"); });\n",
        "  show(\"in the end: name()\", [&] { return place.name(); });\n"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part << "\nis not in\n" << text;
  }
  EXPECT_EQ(text.find("show(\"in the end: what only the test sees"), std::string::npos) << text;
}

TEST(ProgramTest, TellsInCommentsWhatIsWrong) {
  const std::string text = program_of("0:2-4", found(FindingKind::kDataRace, "A race.\nThe scenario:\n  put | take"));
  EXPECT_NE(text.find("// A race.\n// The scenario:\n//   put | take\n"), std::string::npos) << text;
  EXPECT_NE(text.find("// 1 step\n"), std::string::npos) << text;
  EXPECT_NE(text.find("lab explore my_test.cpp\n"), std::string::npos) << text;
}

TEST(ProgramTest, NamesTheExplorerOnlyForWhatItFindsWithoutTheReference) {
  const auto named = [](const char* scenario, FindingKind kind) {
    return program_of(scenario, found(kind, "wrong")).find("lab explore") != std::string::npos;
  };
  EXPECT_FALSE(named("0:2-4", FindingKind::kAssertion));
  EXPECT_TRUE(named("0:2-4", FindingKind::kDeadlock));
  EXPECT_FALSE(named("0:0-1", FindingKind::kDeadlock)) << "the program lets them go on";
}

TEST(ProgramTest, WhatARunGaveStaysInTheComment) {
  EXPECT_EQ(comment("a\\\n#include <b>\r#error\nc\n"), "// a\\.\n// #include <b> #error\n// c\n");
  EXPECT_EQ(comment(std::string(80, 'a') + " " + std::string(60, 'b')),
            "// " + std::string(80, 'a') + "\n// " + std::string(60, 'b') + "\n");
  EXPECT_EQ(string_literal("a\"\\\n1"), R"("a\"\\\0121")");
}

TEST(ProgramTest, AClientThatDoesNotSayHowItReadsHasNone) {
  const auto silent = example::client();
  const Scenario scenario = example::scenario("1:0-3");
  EXPECT_EQ(program_text(silent.interface(), scenario, Waiting::kNever, {}), "");
}

TEST(ProgramTest, HasAPlaceThatThrowsWhereTheClientUsesOne) {
  const Scenario scenario = example::scenario("1:0-3");
  const auto has_it = [&](const std::string& declarations) {
    auto client = example::client();
    client.as_program({.declarations = declarations});
    const std::string text = program_text(client.interface(), scenario, Waiting::kNever, {});
    return text.find("\nvoid fault_point() {") != std::string::npos &&
           text.find("#include <atomic>") != std::string::npos;
  };
  EXPECT_FALSE(has_it(""));
  EXPECT_TRUE(has_it("void log() { fault_point(); }"));
}

TEST_F(ProgramRunTest, CallsBackAndThrows) {
  const std::string text = program_of("0:2.4-5:1");
  const std::string printed = run(text);
  EXPECT_EQ(printed.find("failed"), std::string::npos) << printed << text;
  for (const char* line : {"first: put(1 ct) -> true\n", "T2: rename(\"\") -> throws an exception: no name\n",
                           "T1: take() -> throws an exception: a fault, thrown on purpose\n",
                           "in the end: name() -> \"a \"b\"\"\n", "in the end: calls of log() -> 1\n"}) {
    EXPECT_NE(printed.find(line), std::string::npos) << line << "is not in\n" << printed;
  }
}

TEST_F(ProgramRunTest, LetsThreadsThatWaitGoOn) {
  const std::string text = program_of("0:0-1");
  const std::string printed = run(text);
  for (const char* line :
       {"when all waited: close() -> done\n", "T1: put(1 ct) -> false\n", "T2: put(2 ct) -> false\n"}) {
    EXPECT_NE(printed.find(line), std::string::npos) << line << "is not in\n" << printed;
  }
}

TEST_F(ProgramRunTest, IsCleanForClangToo) {
  if (!has_clang()) GTEST_SKIP() << "there is no clang++ here";
  const std::string printed = run(program_of("0:2.0-3.5:1"), "clang++");
  EXPECT_NE(printed.find("T2: take_loudly() -> "), std::string::npos) << printed;
}

}  // namespace
}  // namespace lockstep::linearize
