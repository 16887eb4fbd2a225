#include "search_examples.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <numeric>
#include <stdexcept>
#include <string>

#include "lockstep/rendezvous.h"

namespace search_examples {
namespace {

using namespace std::chrono_literals;

constexpr unsigned kWorkerCounts[] = {1, 2, 3, 4, 5, 7, 11, 13};

std::vector<std::uint64_t> numbers_from(std::uint64_t first, std::size_t count) {
  std::vector<std::uint64_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), first);
  return numbers;
}

/// A counter. Other threads can wait until it reaches a value.
class Counter {
 public:
  void add() {
    {
      const std::scoped_lock lock(mutex_);
      ++count_;
    }
    changed_.notify_all();
  }

  /// \return whether the counter reached `count` before the timeout expired. With correct code it always does.
  bool wait_for(int count, std::chrono::milliseconds timeout) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, timeout, [&] { return count_ >= count; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int count_ = 0;  // guarded by mutex_
};

}  // namespace

void finds_the_primes_above_ten_to_the_thirteen(const Find& find) {
  constexpr std::uint64_t kTenTo13 = 10'000'000'000'000;
  std::vector<std::uint64_t> expected;
  for (const unsigned above :
       {37U, 51U, 99U, 129U, 183U, 259U, 267U, 273U, 279U, 283U, 313U, 343U, 391U, 411U, 433U, 453U}) {
    expected.push_back(kTenTo13 + above);
  }
  const auto numbers = numbers_from(kTenTo13, 501);
  EXPECT_EQ(find(numbers, is_prime, 3), expected);
}

void agrees_with_the_sequential_search(const Find& find) {
  const auto numbers = numbers_from(0, 500);
  const auto expected = find_sequential(numbers, is_prime);
  for (const unsigned workers : kWorkerCounts)
    EXPECT_EQ(find(numbers, is_prime, workers), expected) << workers << " workers";
}

void keeps_the_order_of_its_input(const Find& find) {
  const std::vector<std::uint64_t> numbers{29, 4, 2, 29, 11, 6, 3, 2, 19, 5};
  for (const unsigned workers : kWorkerCounts) {
    // If there is another worker, the first number is finished after several others.
    Counter done;
    std::atomic<bool> is_first = true;
    const auto slow_start = [&](std::uint64_t n) {
      if (is_first.exchange(false) && workers > 1) done.wait_for(5, 200ms);
      done.add();
      return is_prime(n);
    };
    EXPECT_EQ(find(numbers, slow_start, workers), (std::vector<std::uint64_t>{29, 2, 29, 11, 3, 2, 19, 5}))
        << workers << " workers: the results must be in the order of the input, whichever worker finishes first, and "
        << "a number that occurs twice must be found twice";
  }
}

void finds_nothing_in_nothing(const Find& find) {
  const auto never = [](std::uint64_t) -> bool { throw std::logic_error("there is no number to test"); };
  for (const unsigned workers : kWorkerCounts) EXPECT_TRUE(find({}, never, workers).empty());
  EXPECT_TRUE(find({}, never, 0).empty()) << "worker_count gives 0 workers where there are no numbers";
}

void copes_with_fewer_numbers_than_workers(const Find& find) {
  const std::vector<std::uint64_t> numbers{4, 5, 7};
  for (const unsigned workers : kWorkerCounts) {
    EXPECT_EQ(find(numbers, is_prime, workers), (std::vector<std::uint64_t>{5, 7})) << workers << " workers";
  }
}

void tests_each_number_once(const Find& find) {
  const auto numbers = numbers_from(100, 97);
  for (const unsigned workers : kWorkerCounts) {
    std::mutex mutex;
    std::map<std::uint64_t, int> calls;
    const auto counting = [&](std::uint64_t n) {
      const std::scoped_lock lock(mutex);
      ++calls[n];
      return true;
    };
    EXPECT_EQ(find(numbers, counting, workers), numbers) << workers << " workers";
    for (const std::uint64_t n : numbers) {
      EXPECT_EQ(calls[n], 1) << "this is how often " << workers << " workers tested the number at position "
                             << n - numbers.front() << " of " << numbers.size()
                             << "; is a border between two shares off by one?";
    }
  }
}

void passes_an_exception_to_the_caller(const Find& find) {
  const auto numbers = numbers_from(0, 20);
  for (const unsigned workers : kWorkerCounts) {
    for (const std::uint64_t bad : {numbers.front(), numbers[numbers.size() / 2], numbers.back()}) {
      const auto throwing = [&](std::uint64_t n) {
        if (n == bad) throw std::out_of_range("cannot test " + std::to_string(n));
        return true;
      };
      try {
        (void)find(numbers, throwing, workers);
        ADD_FAILURE() << "the exception for number " << bad << " was lost with " << workers << " workers";
      } catch (const std::out_of_range& error) {
        EXPECT_EQ(error.what(), "cannot test " + std::to_string(bad));
      }
    }
  }
}

void leaves_no_worker_behind_after_an_exception(const Find& find) {
  // One call throws after three others have started. Each of the others waits for the end of the search, or for 250 ms.
  struct Shared {
    Counter begun;
    Counter ended_search;
    std::atomic<int> inside = 0;
  };
  const auto shared = std::make_shared<Shared>();
  const auto numbers = numbers_from(1, 8);
  const Predicate predicate = [&shared](std::uint64_t n) -> bool {
    // A worker that is left behind outlives the predicate and all variables of this test: it needs a copy.
    const auto mine = shared;  // NOLINT(performance-unnecessary-copy-initialization)
    ++mine->inside;
    mine->begun.add();
    if (n == 1) {
      mine->begun.wait_for(4, 1s);
      --mine->inside;
      throw std::runtime_error("number 1");
    }
    mine->ended_search.wait_for(1, 250ms);
    --mine->inside;
    return true;
  };
  EXPECT_THROW((void)find(numbers, predicate, 4), std::runtime_error);
  EXPECT_EQ(shared->inside, 0)
      << "a worker was still testing a number after the search had returned: it may use "
      << "variables that the caller has destroyed. Wait for all workers before the search ends";
  shared->ended_search.add();
}

void tests_numbers_at_the_same_time(const Find& find) {
  const auto numbers = numbers_from(0, 20);
  lockstep::Rendezvous rendezvous;
  const auto meeting = [&](std::uint64_t) {
    rendezvous.meet();
    return true;
  };
  EXPECT_EQ(find(numbers, meeting, 2), numbers);
  EXPECT_GE(rendezvous.share(), 0.5)
      << "two workers hardly ever tested numbers at the same time. Do they wait for each other, or do you join a "
      << "worker, or get a future's value, before the next worker starts?";
}

void uses_no_more_threads_than_workers(const Find& find) {
  static std::atomic<int> threads_seen;
  // Few enough that the system can start a thread for each.
  const auto numbers = numbers_from(0, 40);
  for (const unsigned workers : kWorkerCounts) {
    threads_seen = 0;
    const auto marking = [](std::uint64_t) {
      thread_local const int number_of_this_thread = ++threads_seen;
      return number_of_this_thread > 0;
    };
    EXPECT_EQ(find(numbers, marking, workers), numbers);
    EXPECT_LE(threads_seen, static_cast<int>(workers))
        << "starting a thread costs far more than testing a cheap number";
  }
}

void gives_no_worker_a_fixed_share(const Find& find) {
  constexpr int kNumbers = 40;
  constexpr int kMost = kNumbers * 3 / 4;
  const auto numbers = numbers_from(0, kNumbers);
  Counter done;
  bool others_went_on = false;
  const auto one_expensive_number = [&](std::uint64_t n) {
    if (n == 0) {
      others_went_on = done.wait_for(kMost, 5s);
    } else {
      done.add();
    }
    return true;
  };
  EXPECT_EQ(find(numbers, one_expensive_number, 2), numbers);
  EXPECT_TRUE(others_went_on) << "while one worker was busy with an expensive number, the other one ran out of work, "
                              << "although most numbers were still to be tested: do not give a worker a fixed share";
}

}  // namespace search_examples
