// finding: none
// The members of a hash table are found by their addresses. Each of two threads goes through the table in its order;
// the visits of some members are counted under a lock, those of others by an atomic.
#include <atomic>
#include <cassert>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

struct Member {
  std::mutex mutex;
  int visits = 0;  // guarded by mutex
  std::atomic<int> glances{0};
};

int main() {
  std::vector<char> beside(20'000);
  std::vector<std::unique_ptr<Member>> members;
  std::unordered_map<Member*, int> number;
  for (int i = 0; i < 5; ++i) {
    members.push_back(std::make_unique<Member>());
    number[members.back().get()] = i;
    beside.resize(beside.size() + 5000);
  }
  const auto visit = [&] {
    for (const auto& [member, its_number] : number) {
      if (its_number % 2 == 1) {
        ++member->glances;
      } else {
        const std::lock_guard lock(member->mutex);
        ++member->visits;
      }
    }
  };
  std::thread first(visit);
  std::thread second(visit);
  first.join();
  second.join();
  for (const auto& member : members) assert(member->visits + member->glances == 2);
}
