// Each operation beside each other: clients that nobody has thought of, compared with what the headers promise.

#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "bounded_queue.h"
#include "lockstep/linearize.h"
#include "queue_program.h"
#include "queue_reference.h"
#include "two_lock_queue.h"

using lockstep::Client;
using lockstep::Values;
using queue_reference::Item;
using queue_reference::pushed;
using namespace std::chrono_literals;

namespace {

using Reference = queue_reference::Queue;
using Queue = BoundedQueue<Item>;

Client<Queue, Reference> client_of_queue(std::size_t capacity) {
  const Values<int> items(1, 2);
  Client<Queue, Reference> client([capacity] { return std::make_unique<Queue>(capacity); }, Reference(capacity));
  client.as_program(queue_program::of_bounded(capacity));
  const auto form = [&](const char* name, auto push) {
    client.operation(
        name, [push](auto& queue, int item) { return pushed(item, [&](Item&& one) { return push(queue, one); }); },
        items);
    client.may_fail().reads(queue_program::push(name));
  };
  form("push", [](auto& queue, Item& item) { return queue.push(std::move(item)); });
  client.operation("pop", [](auto& queue) { return queue.pop(); }).may_fail();
  client.operation("close", [](auto& queue) { queue.close(); });
  form("try_push", [](auto& queue, Item& item) { return queue.try_push(std::move(item)); });
  client.operation("try_pop", [](auto& queue) { return queue.try_pop(); }).may_fail();
  client.in_the_end("all inside", [](auto& queue) { return queue_reference::drained(queue); }).reads("drained(queue)");
  client.in_the_end("places", [](auto& queue) { return queue_reference::filled(queue); }).reads("filled(queue)");
  client.lets_all_go_on("close", [](auto& queue) { queue.close(); });
  return client;
}

TEST(HiddenClientsTest, OfAQueueWithOnePlace) {
  lockstep::check_linearizable(client_of_queue(1),
                               {.of_one_scenario = 60, .random_scenarios = 150, .beginnings = 4, .longest_row = 2});
}

TEST(HiddenClientsTest, OfAQueueWithTwoPlaces) {
  lockstep::check_linearizable(client_of_queue(2), {.of_one_scenario = 60, .random_scenarios = 150, .beginnings = 4});
}

TEST(HiddenClientsTest, OfAQueueWhoseItemsThrow) {
  lockstep::check_linearizable(client_of_queue(2),
                               {.of_one_scenario = 60, .random_scenarios = 0, .beginnings = 4, .faults = 3});
}

bool gave_up(const std::string& gave) { return gave == "false" || gave == "nothing"; }

/// What a call with a timeout of 1 ms gives, and whether it gave up before its time had come.
template <class Call>
std::string in_time(const Queue& /*queue*/, const Call& call) {
  const auto begin = std::chrono::steady_clock::now();
  const std::string gave = call();
  return gave + (gave_up(gave) && std::chrono::steady_clock::now() - begin < 1ms ? ", at once" : "");
}

/// The same, as it may be: only in a closed queue a call may give up at once, or may have waited before.
template <class Call>
std::string in_time(const Reference& queue, const Call& call) {
  const std::string gave = call();
  return gave + (gave_up(gave) && queue.closed && lockstep::one_of(2) == 0 ? ", at once" : "");
}

TEST(HiddenClientsTest, OfAQueueWithTimeouts) {
  const Values<int> items(1, 2);
  Client<Queue, Reference> client([] { return std::make_unique<Queue>(1); }, Reference(1));
  client.as_program(queue_program::of_bounded(1));
  client
      .operation(
          "push_for",
          [](auto& queue, int item) {
            return in_time(
                queue, [&] { return pushed(item, [&](Item&& one) { return queue.push_for(std::move(one), 1ms); }); });
          },
          items)
      .reads(queue_program::push("push_for", ", std::chrono::milliseconds(1)"));
  client
      .operation(
          "pop_for",
          [](auto& queue) { return in_time(queue, [&] { return lockstep::linearize::text_of(queue.pop_for(1ms)); }); })
      .reads("queue.pop_for(std::chrono::milliseconds(1))");
  client.operation("close", [](auto& queue) { queue.close(); });
  client.in_the_end("all inside", [](auto& queue) { return queue_reference::drained(queue); }).reads("drained(queue)");
  client.in_the_end("places", [](auto& queue) { return queue_reference::filled(queue); }).reads("filled(queue)");
  lockstep::check_linearizable(client, {.of_one_scenario = 60, .random_scenarios = 40, .longest_row = 2});
}

TEST(HiddenClientsTest, OfAQueueWithTwoLocks) {
  Client<TwoLockQueue<Item>, Reference> client([] { return std::make_unique<TwoLockQueue<Item>>(); }, Reference(1000));
  client.as_program(queue_program::of("two_lock_queue.h", "TwoLockQueue<Item> queue;"));
  client
      .operation(
          "push",
          // The item is handed over by value: the caller's own is gone once the call has begun.
          [](auto& queue, int item) { static_cast<void>(queue.push(Item(item))); }, Values<int>(1, 2))
      .may_fail()
      .reads("queue.push(Item($1))");
  client.operation("try_pop", [](auto& queue) { return queue.try_pop(); }).may_fail();
  client.in_the_end("all inside", [](auto& queue) { return queue_reference::drained(queue); }).reads("drained(queue)");
  lockstep::check_linearizable(
      client, {.of_one_scenario = 200, .random_scenarios = 80, .longest_row = 3, .longest_beginning = 16, .faults = 3});
}

}  // namespace
