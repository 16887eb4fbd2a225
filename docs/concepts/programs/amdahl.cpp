#include <chrono>
#include <cstdio>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

void work(std::chrono::milliseconds time) { std::this_thread::sleep_for(time); }

int main() {
  for (const int workers : {1, 2}) {
    const auto start = std::chrono::steady_clock::now();
    work(20ms);  // cannot be shared
    std::vector<std::jthread> threads;
    for (int i = 0; i < workers; ++i) threads.emplace_back(work, 60ms / workers);
    threads.clear();  // joins them
    const auto taken = std::chrono::steady_clock::now() - start;
    std::printf("workers: %d, time: %.0f ms\n", workers, std::chrono::duration<double, std::milli>(taken).count());
  }
}
