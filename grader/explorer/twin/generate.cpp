#include "twin/generate.h"

#include <algorithm>

namespace lockstep::explorer::twin {

/// splitmix64: https://prng.di.unimi.it/splitmix64.c
int Random::below(int end) {
  std::uint64_t z = (state_ += 0x9E37'79B9'7F4A'7C15U);
  z = (z ^ (z >> 30U)) * 0xBF58'476D'1CE4'E5B9U;
  z = (z ^ (z >> 27U)) * 0x94D0'49BB'1331'11EBU;
  return static_cast<int>((z ^ (z >> 31U)) % static_cast<std::uint64_t>(end));
}

namespace {

class Generator {
 public:
  Generator(Random& random, const std::set<Feature>& features) : random_(random) {
    std::vector<Feature> left(features.begin(), features.end());
    for (int wanted = random_.between(1, 3); wanted > 0 && !left.empty(); --wanted) {
      const auto at = left.begin() + random_.below(static_cast<int>(left.size()));
      features_.push_back(*at);
      left.erase(at);
    }
    for (const Feature basic : {Feature::kStore, Feature::kLoad, Feature::kStore}) {
      if (features.contains(basic)) features_.push_back(basic);
    }
    for (int i = 0; i < kMostTimes; ++i) times_.push_back(1 << i);
    words_ = random_.between(1, kWords);
    longest_poll_ = random_.below(4) == 0 ? 12 : 4;
  }

  Program make() {
    Program program;
    program.semaphore = random_.below(2);
    program.main_takes_part = random_.below(3) == 0;
    program.threads.resize(static_cast<std::size_t>(random_.between(2, kMostThreads)));
    const int most = program.threads.size() == 2 ? 5 : 3;
    for (auto& thread : program.threads) {
      const int length = random_.between(1, most);
      while (static_cast<int>(thread.size()) < length) add(thread);
      while (!held_.empty()) unlock(thread);
    }
    return program;
  }

 private:
  int small_value() { return random_.between(0, 2); }
  [[nodiscard]] bool holds(int mutex) const { return std::find(held_.begin(), held_.end(), mutex) != held_.end(); }

  template <std::size_t kCount>
  OpKind any(const std::array<OpKind, kCount>& kinds) {
    return kinds[static_cast<std::size_t>(random_.below(static_cast<int>(kCount)))];
  }

  OpKind kind_of(Feature feature) {
    using enum OpKind;
    switch (feature) {
      case Feature::kLoad:
        return kLoad;
      case Feature::kStore:
        return kStore;
      case Feature::kExchange:
        return any<3>({kFetchAdd, OpKind::kExchange, kCompareExchange});
      case Feature::kWeak:
        return kCompareExchangeWeak;
      case Feature::kLock:
        return any<3>({OpKind::kLock, OpKind::kLock, kUnlock});
      case Feature::kTryLock:
        return OpKind::kTryLock;
      case Feature::kPoll:
        return any<3>({OpKind::kPoll, kCountedPoll, kYieldingPoll});
      case Feature::kSpin:
        return any<2>({OpKind::kSpin, kYieldingSpin});
      case Feature::kYield:
        return OpKind::kYield;
      case Feature::kAtomicWait:
        return any<4>({OpKind::kAtomicWait, OpKind::kAtomicWait, kAtomicNotifyOne, kAtomicNotifyAll});
      case Feature::kCondition:
        return any<4>({kConditionWait, kBareWait, kNotifyOne, kNotifyAll});
      case Feature::kSemaphore:
        return any<4>({kAcquire, kRelease, kRelease, kTryAcquire});
      case Feature::kTime:
        return any<4>({kSleep, kSleep, kWaitFor, OpKind::kNotifyAll});
    }
    return kLoad;
  }

  void unlock(std::vector<Op>& thread) {
    thread.push_back({.kind = OpKind::kUnlock, .mutex = held_.back()});
    held_.pop_back();
  }

  [[nodiscard]] static bool waits_for_value(Feature feature) {
    return feature == Feature::kPoll || feature == Feature::kSpin || feature == Feature::kCondition;
  }

  /// An operation that takes a mutex for itself must not be in a scope that holds it.
  [[nodiscard]] static bool takes_mutex(OpKind kind) {
    return kind == OpKind::kLock || kind == OpKind::kTryLock || kind == OpKind::kConditionWait ||
           kind == OpKind::kBareWait || kind == OpKind::kWaitFor;
  }

  void add(std::vector<Op>& thread) {
    const Feature feature = features_[static_cast<std::size_t>(random_.below(static_cast<int>(features_.size())))];
    Op op{.kind = kind_of(feature),
          .word = random_.below(words_),
          .mutex = random_.below(kMutexes),
          .value = small_value(),
          .old = small_value(),
          .looks = random_.between(2, longest_poll_)};
    // What the words hold at first keeps a thread waiting, more often than not.
    if (feature == Feature::kAtomicWait && random_.below(2) == 0) op.old = 0;
    if (waits_for_value(feature) && op.value == 0) op.value = random_.below(3);
    if (op.kind == OpKind::kUnlock) {
      if (!held_.empty()) unlock(thread);
      return;
    }
    // All waits on the one condition variable are with the same mutex.
    if (feature == Feature::kCondition || feature == Feature::kTime) op.mutex = 0;
    if (takes_mutex(op.kind) && holds(op.mutex)) return;
    if (op.kind == OpKind::kSleep || op.kind == OpKind::kWaitFor) {
      if (times_.empty()) return;
      const auto time = times_.begin() + random_.below(static_cast<int>(times_.size()));
      op.time_ms = *time;
      times_.erase(time);
    }
    if (op.kind == OpKind::kLock) held_.push_back(op.mutex);
    thread.push_back(op);
  }

  Random& random_;
  std::vector<Feature> features_;
  std::vector<int> held_;   ///< by the thread that is being made
  std::vector<int> times_;  ///< that are left for operations
  int words_ = 1;
  int longest_poll_ = 4;
};

}  // namespace

Program random_program(Random& random, const std::set<Feature>& features) { return Generator(random, features).make(); }

}  // namespace lockstep::explorer::twin
