#include "my_tests.h"

#include <array>
#include <cassert>
#include <future>
#include <set>
#include <thread>
#include <vector>

namespace {

/// Two threads, and the caller only waits for them.
template <class One, class Other>
void at_once(const One& one, const Other& other) {
  std::thread first(one);
  std::thread second(other);
  first.join();
  second.join();
}

}  // namespace

void exposes_lost_update(const Make<Tickets>& make) {
  const auto tickets = make();
  std::array<int, 3> numbers{};
  {
    std::vector<std::jthread> threads;
    threads.reserve(numbers.size());
    for (int& number : numbers) threads.emplace_back([&] { number = tickets->next(); });
  }
  assert(std::set(numbers.begin(), numbers.end()) == (std::set{0, 1, 2}));
}

void exposes_check_then_act(const Make<Seats>& make) {
  const auto seats = make();
  const auto book = [&](int guest) {
    const bool mine = seats->book(-5, guest);
    assert(seats->guest_of(-5).has_value());
    assert((seats->guest_of(-5) == guest) == mine);
    return mine;
  };
  auto one = std::async(std::launch::async, book, 1);
  auto two = std::async(std::launch::async, book, 2);
  assert(one.get() + two.get() == 1);
  assert(seats->book(6, 1));
}

void exposes_double_checked(const MakeLazyConfig& make) {
  int reads = 0;  // the first call reads, and the join is behind all calls
  const auto lazy = make([&] { return Config{.width = ++reads, .height = 1}; });
  const auto use = [&] {
    const Config& config = lazy->get();
    assert(config.width + config.height == 2);
    return &config;
  };
  std::array<const Config*, 2> seen{};
  at_once([&] { seen[0] = use(); }, [&] { seen[1] = use(); });
  assert(seen[0] == seen[1] && seen[0] == use());
  assert(reads == 1);
}

void exposes_publication(const Make<Board>& make) {
  const auto board = make();
  assert(!board->read());
  at_once(
      [&] {
        board->publish({.sender = -1, .text = -1});
        assert(board->read());
      },
      [&] {
        if (const auto message = board->read()) assert(message->sender + message->text == -2);
      });
  assert(board->read() && board->read()->text == -1);
}

void exposes_iteration(const Make<Bill>& make) {
  const auto bill = make();
  bill->add(1);
  at_once([&] { bill->add(2); },
          [&] {
            bill->add(4);
            const int sum = bill->total();
            assert(sum == 5 || sum == 7);
          });
  assert(bill->total() == 7);
}

void exposes_shared_pointer(const Make<Ticker>& make) {
  const auto ticker = make();
  std::shared_ptr<const Quote> first;
  at_once([&] { first = ticker->latest(); },
          [&] {
            ticker->update({.bid = 1, .ask = 2});
            const auto mine = ticker->latest();
            ticker->update({.bid = 3, .ask = 4});
            assert(mine->bid == 1 && mine->ask == 2);
          });
  assert(first == nullptr || first->ask == first->bid + 1);
  assert(ticker->latest()->bid == 3);
}

void exposes_yielding(const Make<Answer>& make) {
  const auto answer = make();
  auto one = std::async(std::launch::async, [&] { return answer->wait(); });
  auto two = std::async(std::launch::async, [&] { return answer->wait(); });
  answer->give(-7);
  assert(one.get() == -7 && two.get() == -7 && answer->wait() == -7);
}

void exposes_file_race(const SaveNew& save_new) {
  MemoryFolder folder;
  const std::array<std::string, 3> texts{"one", "two", "another program's"};
  std::array<bool, 3> saved{};
  std::vector<std::thread> threads;
  threads.reserve(saved.size());
  for (const std::size_t i : {0U, 1U}) threads.emplace_back([&, i] { saved[i] = save_new(folder, "x", texts[i]); });
  threads.emplace_back([&] { saved[2] = folder.create("x", texts[2]); });
  for (auto& thread : threads) thread.join();
  for (const std::size_t i : {0U, 1U, 2U}) assert(saved[i] == (folder.read("x") == texts[i]));
  assert(!save_new(folder, "x", "late") && *folder.read("x") != "late");
}
