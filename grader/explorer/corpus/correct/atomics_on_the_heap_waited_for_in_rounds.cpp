// finding: none
// Each of two threads waits for what the other one puts on the heap, in three rounds. The C++ library chooses by an
// atomic's address where the waiters for it are counted.
#include <array>
#include <atomic>
#include <cassert>
#include <memory>
#include <thread>
#include <vector>

using Word = std::atomic<int>;

int main() {
  constexpr int kRounds = 3;
  std::vector<char> beside(20'000);
  std::array<std::vector<std::unique_ptr<Word>>, 2> said;
  for (int i = 0; i < kRounds; ++i) {
    for (auto& words : said) {
      words.push_back(std::make_unique<Word>(0));
      beside.resize(beside.size() + 5008);
    }
  }
  const auto talk = [&](std::size_t self) {
    for (int i = 0; i < kRounds; ++i) {
      *said[self][i] = i + 1;
      said[self][i]->notify_one();
      said[1 - self][i]->wait(0);
    }
  };
  std::thread first(talk, 0);
  std::thread second(talk, 1);
  first.join();
  second.join();
  for (int i = 0; i < kRounds; ++i) assert(*said[0][i] == i + 1 && *said[1][i] == i + 1);
}
