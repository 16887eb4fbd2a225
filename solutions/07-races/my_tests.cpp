#include "my_tests.h"

#include <atomic>
#include <cassert>
#include <thread>

void exposes_lost_update(const Make<Tickets>& make) {
  const auto tickets = make();
  int mine = 0;
  int other = 0;
  {
    const std::jthread thread([&] { other = tickets->next(); });
    mine = tickets->next();
  }
  assert(mine != other);
  assert(mine + other == 1);
  assert(tickets->next() == 2);
}

void exposes_check_then_act(const Make<Seats>& make) {
  const auto seats = make();
  bool mine = false;
  bool other = false;
  {
    const std::jthread thread([&] { other = seats->book(1, 8); });
    mine = seats->book(1, 7);
  }
  assert(mine != other);
  assert(seats->guest_of(1) == (mine ? 7 : 8));
}

void exposes_double_checked(const MakeLazyConfig& make) {
  std::atomic<int> reads = 0;
  const auto lazy = make([&] {
    ++reads;
    return Config{.width = 3, .height = 4};
  });
  const auto use = [&] {
    const Config& config = lazy->get();
    assert(config.width == 3 && config.height == 4);
    return &config;
  };
  const Config* mine = nullptr;
  const Config* other = nullptr;
  {
    const std::jthread thread([&] { other = use(); });
    mine = use();
  }
  assert(mine == other);
  assert(reads == 1);
}

void exposes_publication(const Make<Board>& make) {
  const auto board = make();
  const auto look = [&] {
    const auto message = board->read();
    assert(!message || (message->sender == 3 && message->text == 4));
    return message.has_value();
  };
  {
    const std::jthread reader([&] {
      const bool was_there = look();
      const bool is_there = look();
      assert(!was_there || is_there);
    });
    board->publish({.sender = 3, .text = 4});
    assert(look());
  }
  assert(look());
}

void exposes_iteration(const Make<Bill>& make) {
  const auto bill = make();
  bill->add(100);
  {
    const std::jthread other([&] { bill->add(20); });
    const int total = bill->total();
    assert(total == 100 || total == 120);
    bill->add(3);
  }
  assert(bill->total() == 123);
}

void exposes_shared_pointer(const Make<Ticker>& make) {
  const auto ticker = make();
  ticker->update({.bid = 1, .ask = 11});
  {
    const std::jthread other([&] { ticker->update({.bid = 2, .ask = 12}); });
    const auto quote = ticker->latest();
    const int bid = quote->bid;
    assert(bid == 1 || bid == 2);
    assert(quote->ask == bid + 10);
    assert(quote->bid == bid);
  }
  assert(ticker->latest()->bid == 2);
}

void exposes_yielding(const Make<Answer>& make) {
  const auto answer = make();
  const auto wait = [&] { assert(answer->wait() == 42); };
  const std::jthread one(wait);
  const std::jthread another(wait);
  answer->give(42);
}

void exposes_file_race(const SaveNew& save_new) {
  MemoryFolder folder;
  bool mine = false;
  bool other = false;
  bool of_another_program = false;
  {
    const std::jthread thread([&] { other = save_new(folder, "results", "other"); });
    const std::jthread program([&] { of_another_program = folder.create("results", "another program's"); });
    mine = save_new(folder, "results", "mine");
  }
  assert(mine + other + of_another_program == 1);
  assert(folder.read("results") == (mine ? "mine" : other ? "other" : "another program's"));
}
