// Each operation beside each other: clients that nobody has thought of, compared with what the header promises.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "lockstep/linearize.h"
#include "wait_for_graph.h"

namespace {

/// What wait_for_graph.h promises, for one thread.
struct Reference {
  std::vector<ThreadId> wait(ThreadId thread, LockId lock) {
    if (wanted.contains(thread)) throw std::logic_error("waits");
    std::vector<ThreadId> cycle{thread};
    for (auto at = holder.find(lock); at != holder.end(); at = holder.find(wanted.at(at->second))) {
      if (at->second == thread) {
        while (cycle.front() != *std::ranges::min_element(cycle))
          std::rotate(cycle.begin(), cycle.begin() + 1, cycle.end());
        return cycle;
      }
      cycle.push_back(at->second);
      if (!wanted.contains(at->second)) break;
    }
    wanted[thread] = lock;
    return {};
  }
  void acquire(ThreadId thread, LockId lock) {
    if (holder.contains(lock)) throw std::logic_error("held");
    if (wanted.contains(thread) && wanted[thread] != lock) throw std::logic_error("waits");
    holder[lock] = thread;
    wanted.erase(thread);
  }
  void release(ThreadId thread, LockId lock) {
    if (wanted.contains(thread) || !holder.contains(lock) || holder[lock] != thread) throw std::logic_error("not so");
    holder.erase(lock);
  }
  bool operator==(const Reference&) const = default;

  std::map<LockId, ThreadId> holder;
  std::map<ThreadId, LockId> wanted;
};

/// What a call gives, as text.
template <class Call>
std::string text_of_call(const Call& call) {
  try {
    return call();
  } catch (const std::logic_error&) {
    return "refused";
  }
}

}  // namespace

TEST(HiddenClientsTest, OfAWaitForGraph) {
  const lockstep::Values<int> threads(1, 2);
  const lockstep::Values<int> locks(10, 20);
  lockstep::Client<WaitForGraph, Reference> client;
  client.operation(
      "acquire",
      [](auto& graph, int thread, int lock) {
        return text_of_call([&] {
          graph.acquire(thread, lock);
          return std::string("done");
        });
      },
      threads, locks);
  client.operation(
      "wait",
      [](auto& graph, int thread, int lock) {
        return text_of_call([&] {
          std::string text = "cycle:";
          for (const int each : graph.wait(thread, lock)) text += " " + std::to_string(each);
          return text;
        });
      },
      threads, locks);
  client.operation(
      "release",
      [](auto& graph, int thread, int lock) {
        return text_of_call([&] {
          graph.release(thread, lock);
          return std::string("done");
        });
      },
      threads, locks);
  lockstep::check_linearizable(client);
}
