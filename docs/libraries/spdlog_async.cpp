// package: libspdlog-dev
// library: spdlog::async_logger
// drives: a queue of one message and one worker; two threads log and wait while it is full; the pool ends: each message
//   once
// flags: -DSPDLOG_COMPILED_LIB -DSPDLOG_FMT_EXTERNAL -lspdlog -lfmt
// not-seen: the memory of its compiled code; its locks are seen
// options: --strategy exhaustive
// schedules: 1000000
// expect: all
#include <spdlog/async.h>
#include <spdlog/sinks/base_sink.h>

#include <cassert>
#include <mutex>
#include <thread>

struct Counter : spdlog::sinks::base_sink<std::mutex> {
  int messages = 0;
  void sink_it_(const spdlog::details::log_msg&) override { ++messages; }
  void flush_() override {}
};

int main() {
  const auto counter = std::make_shared<Counter>();
  auto pool = std::make_shared<spdlog::details::thread_pool>(1, 1);
  const auto logger =
      std::make_shared<spdlog::async_logger>("log", counter, pool, spdlog::async_overflow_policy::block);
  std::thread one([&] { logger->info("one"); });
  std::thread two([&] { logger->info("two"); });
  one.join();
  two.join();
  pool.reset();
  assert(counter->messages == 2);
}
