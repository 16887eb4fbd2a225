// The classic litmus tests, with every order, and random ones: the explorer reaches exactly the outcomes that the
// documented memory model allows. The tests' names and shapes are those of Alglave, Maranget, Sarkar and Sewell,
// "Litmus: Running Tests Against Hardware" (TACAS 2011), and of the table at docs/explorer.md#weak-memory.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "program.h"

namespace lockstep::explorer::litmus {
namespace {

constexpr auto kRelaxed = std::memory_order_relaxed;
constexpr auto kAcquire = std::memory_order_acquire;
constexpr auto kRelease = std::memory_order_release;
constexpr auto kAcqRel = std::memory_order_acq_rel;
constexpr auto kSeqCst = std::memory_order_seq_cst;

constexpr std::array kLoadOrders{kRelaxed, kAcquire, kSeqCst};
constexpr std::array kStoreOrders{kRelaxed, kRelease, kSeqCst};
constexpr std::array kExchangeOrders{kRelaxed, kAcquire, kRelease, kAcqRel, kSeqCst};
constexpr std::array kFenceOrders{kAcquire, kRelease, kAcqRel, kSeqCst};

constexpr int kX = 0;
constexpr int kY = 1;
constexpr int kZ = 2;

Op load(int variable) { return {.kind = Op::Kind::kLoad, .variable = variable}; }
Op store(int variable, int value = 1) { return {.kind = Op::Kind::kStore, .variable = variable, .value = value}; }
Op exchange(int variable, int value) { return {.kind = Op::Kind::kExchange, .variable = variable, .value = value}; }
Op replace_zero(int variable, int value) {
  return {.kind = Op::Kind::kReplaceZero, .variable = variable, .value = value};
}
Op fence(std::memory_order order) { return {.kind = Op::Kind::kFence, .order = order}; }

std::span<const std::memory_order> orders_of(const Op& op) {
  switch (op.kind) {
    case Op::Kind::kLoad:
      return kLoadOrders;
    case Op::Kind::kStore:
      return kStoreOrders;
    case Op::Kind::kExchange:
    case Op::Kind::kReplaceZero:
      return kExchangeOrders;
    case Op::Kind::kFence:
      return kFenceOrders;
  }
  return {};
}

void expect_agreement(const Program& program) { EXPECT_EQ(explored(program), allowed(program)) << text(program); }

/// The program with each combination of orders that its operations can have.
void expect_agreement_with_every_order(Program program, std::size_t thread = 0, std::size_t at = 0) {
  if (thread == program.size()) return expect_agreement(program);
  if (at == program[thread].size()) return expect_agreement_with_every_order(std::move(program), thread + 1, 0);
  for (const std::memory_order order : orders_of(program[thread][at])) {
    program[thread][at].order = order;
    expect_agreement_with_every_order(program, thread, at + 1);
  }
}

/// The program with a fence of each order between the operations of each thread, all of which are kRelaxed.
void expect_agreement_with_every_fence(const Program& program, std::size_t thread = 0) {
  if (thread == program.size()) return expect_agreement(program);
  expect_agreement_with_every_fence(program, thread + 1);
  if (program[thread].size() < 2) return;
  for (const std::memory_order order : kFenceOrders) {
    Program fenced = program;
    fenced[thread].insert(fenced[thread].begin() + 1, fence(order));
    expect_agreement_with_every_fence(fenced, thread + 1);
  }
}

Program with(Program program, std::memory_order of_stores, std::memory_order of_loads) {
  for (auto& thread : program) {
    for (Op& op : thread) op.order = op.kind == Op::Kind::kStore ? of_stores : of_loads;
  }
  return program;
}

Program sequential(Program program) {
  for (auto& thread : program) {
    for (Op& op : thread) op.order = kSeqCst;
  }
  return program;
}

/// Whether the explorer comes to an outcome; what the loads read, without the last values.
bool reaches(const Program& program, std::string_view read) {
  const auto outcomes = explored(program);
  EXPECT_FALSE(outcomes.empty()) << "not all interleavings were run";
  return std::ranges::any_of(outcomes, [&](const Outcome& outcome) { return outcome.starts_with(read); });
}

const Program kStoreBuffering{{store(kX), load(kY)}, {store(kY), load(kX)}};
const Program kMessagePassing{{store(kX), store(kY)}, {load(kY), load(kX)}};
const Program kLoadBuffering{{load(kX), store(kY)}, {load(kY), store(kX)}};
const Program kTwoWritesEach{{store(kX, 1), store(kY, 2)}, {store(kY, 1), store(kX, 2)}};
const Program kReadsOfOneVariable{{store(kX, 1), store(kX, 2)}, {load(kX), load(kX)}};
const Program kIndependentReads{{store(kX)}, {store(kY)}, {load(kX), load(kY)}, {load(kY), load(kX)}};
const Program kWriteToReadCausality{{store(kX)}, {load(kX), store(kY)}, {load(kY), load(kX)}};
const Program kReadToWriteCausality{{store(kX)}, {load(kX), load(kY)}, {store(kY), load(kX)}};

TEST(LitmusTest, StoreBufferingIsSeenUnlessAllIsSequential) {
  EXPECT_TRUE(reaches(with(kStoreBuffering, kRelaxed, kRelaxed), "00"));
  EXPECT_TRUE(reaches(with(kStoreBuffering, kRelease, kAcquire), "00"));
  EXPECT_FALSE(reaches(with(kStoreBuffering, kSeqCst, kSeqCst), "00"));
  expect_agreement_with_every_order(kStoreBuffering);
  expect_agreement_with_every_fence(kStoreBuffering);
}

TEST(LitmusTest, AMessageIsMissedUnlessItsFlagReleasesAndAcquires) {
  EXPECT_TRUE(reaches(with(kMessagePassing, kRelaxed, kRelaxed), "10"));
  EXPECT_TRUE(reaches(with(kMessagePassing, kRelease, kRelaxed), "10"));
  EXPECT_TRUE(reaches(with(kMessagePassing, kRelaxed, kAcquire), "10"));
  EXPECT_FALSE(reaches(with(kMessagePassing, kRelease, kAcquire), "10"));
  expect_agreement_with_every_order(kMessagePassing);
  expect_agreement_with_every_fence(kMessagePassing);
}

TEST(LitmusTest, AStaleLoadLearnsOnlyWhatItsStoreHasReleased) {
  Program program{{store(kY, 1), store(kX), store(kY, 2), store(kZ)}, {load(kZ), load(kY), load(kX)}};
  program = with(program, kRelease, kAcquire);
  program[0].back().order = kRelaxed;  // that it is seen shows that all has run, and orders nothing
  EXPECT_TRUE(reaches(program, "110"));
  EXPECT_FALSE(reaches(program, "120"));
  expect_agreement(program);
}

TEST(LitmusTest, NoLoadReadsAStoreThatHasNotRun) {
  EXPECT_FALSE(reaches(with(kLoadBuffering, kRelaxed, kRelaxed), "11"));
  expect_agreement_with_every_order(kLoadBuffering);
  expect_agreement_with_every_fence(kLoadBuffering);
}

TEST(LitmusTest, StoresTakeEffectInTheOrderInWhichTheyRun) {
  EXPECT_FALSE(reaches(with(kTwoWritesEach, kRelaxed, kRelaxed), "110"));
  EXPECT_TRUE(reaches(with(kTwoWritesEach, kRelaxed, kRelaxed), "210"));
  expect_agreement_with_every_order(kTwoWritesEach);
}

TEST(LitmusTest, ReadsOfOneVariableAreCoherent) {
  EXPECT_FALSE(reaches(with(kReadsOfOneVariable, kRelaxed, kRelaxed), "21"));
  EXPECT_FALSE(reaches(with(kReadsOfOneVariable, kRelaxed, kRelaxed), "10"));
  expect_agreement_with_every_order(kReadsOfOneVariable);
}

TEST(LitmusTest, IndependentReadsOfIndependentWritesAgreeOnlyWhenSequential) {
  EXPECT_TRUE(reaches(with(kIndependentReads, kRelease, kAcquire), "1010"));
  EXPECT_FALSE(reaches(with(kIndependentReads, kSeqCst, kSeqCst), "1010"));
  expect_agreement(with(kIndependentReads, kRelaxed, kRelaxed));
  expect_agreement(with(kIndependentReads, kRelease, kAcquire));
  expect_agreement(with(kIndependentReads, kSeqCst, kAcquire));
  expect_agreement(with(kIndependentReads, kRelease, kSeqCst));
  expect_agreement_with_every_fence(kIndependentReads);
}

TEST(LitmusTest, CausalityGoesThroughAThirdThreadWhereOrdersCarryIt) {
  EXPECT_TRUE(reaches(with(kWriteToReadCausality, kRelaxed, kRelaxed), "110"));
  EXPECT_FALSE(reaches(with(kWriteToReadCausality, kRelease, kAcquire), "110"));
  expect_agreement_with_every_order(kWriteToReadCausality);
  expect_agreement_with_every_fence(kWriteToReadCausality);
}

TEST(LitmusTest, ReadToWriteCausalityNeedsSequentialFences) {
  EXPECT_TRUE(reaches(with(kReadToWriteCausality, kRelease, kAcquire), "100"));
  EXPECT_FALSE(reaches(with(kReadToWriteCausality, kSeqCst, kSeqCst), "100"));
  expect_agreement_with_every_order(kReadToWriteCausality);
  expect_agreement_with_every_fence(kReadToWriteCausality);
}

TEST(LitmusTest, AFenceInOneThreadAgreesWithSequentialAccessesInAnother) {
  for (const std::memory_order order : kFenceOrders) {
    expect_agreement_with_every_order({{store(kX), load(kY)}, {store(kY), fence(order), load(kX)}});
  }
}

TEST(LitmusTest, AReadModifyWriteReadsTheLatestAndGoesOnWithAReleaseSequence) {
  expect_agreement_with_every_order({{store(kX), store(kY, 1)}, {exchange(kY, 2)}, {load(kY), load(kX)}});
  expect_agreement_with_every_order({{exchange(kX, 1), load(kY)}, {exchange(kY, 1), load(kX)}});
}

TEST(LitmusTest, ACompareExchangeMayFailByAnOlderValueButSucceedsOnlyByTheLatest) {
  expect_agreement_with_every_order({{store(kX), store(kY, 1)}, {replace_zero(kY, 2), load(kX)}});
  expect_agreement_with_every_order({{replace_zero(kX, 1), load(kY)}, {replace_zero(kY, 1), load(kX)}});
  expect_agreement_with_every_order({{replace_zero(kX, 1)}, {replace_zero(kX, 2)}, {load(kX), load(kX)}});
}

/// A program of two or three threads, with at most as many loads as may be stale.
class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  Program next() {
    stored_ = {};
    read_ = 0;
    Program program(2 + below(2));
    for (auto& thread : program) {
      const std::size_t length = 2 + below(2);
      for (std::size_t i = 0; i < length; ++i) thread.push_back(op());
    }
    return program;
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }

  Op op() {
    constexpr std::array kKinds{Op::Kind::kLoad,     Op::Kind::kLoad,        Op::Kind::kLoad,
                                Op::Kind::kStore,    Op::Kind::kStore,       Op::Kind::kStore,
                                Op::Kind::kExchange, Op::Kind::kReplaceZero, Op::Kind::kFence};
    const int variable = static_cast<int>(below(2));
    int& stored = stored_[static_cast<std::size_t>(variable)];
    Op made{.kind = kKinds[below(kKinds.size())], .variable = variable};
    if ((stores(made) && stored == kMostStores) || (reads(made) && read_ == kMostReads)) made.kind = Op::Kind::kFence;
    if (stores(made)) made.value = ++stored;
    if (reads(made)) ++read_;
    const auto orders = orders_of(made);
    made.order = orders[below(orders.size())];
    return made;
  }

  static bool stores(const Op& op) { return op.kind != Op::Kind::kLoad && op.kind != Op::Kind::kFence; }

  static constexpr int kMostStores = 3;
  static constexpr int kMostReads = 3;

  std::minstd_rand random_;
  std::array<int, 2> stored_{};
  int read_ = 0;
};

/// LOCKSTEP_LITMUS_PROGRAMS asks for more than the self-test has time for.
TEST(LitmusTest, RandomProgramsComeToTheSameOutcomes) {
  const char* asked = std::getenv("LOCKSTEP_LITMUS_PROGRAMS");
  const int programs = asked != nullptr ? std::atoi(asked) : 200;
  Generator generator(1);
  int weak = 0;
  for (int i = 0; i < programs && !HasFailure(); ++i) {
    const Program program = generator.next();
    const auto outcomes = allowed(program);
    EXPECT_EQ(explored(program), outcomes) << text(program);
    weak += outcomes.size() > allowed(sequential(program)).size() ? 1 : 0;
  }
  EXPECT_GE(weak, programs / 40) << "so many programs have an outcome that sequential consistency has not";
}

}  // namespace
}  // namespace lockstep::explorer::litmus
