// package: libpoco-dev
// library: Poco::ThreadPool
// drives: a pool of one thread: a task that throws, `joinAll`, and the thread is used again for a second one
// flags: -lPocoFoundation
// not-seen: the memory of its compiled code; its locks are seen
// options: --strategy exhaustive
// schedules: 1000000
// expect: all
#include <Poco/Exception.h>
#include <Poco/RunnableAdapter.h>
#include <Poco/ThreadPool.h>

#include <atomic>
#include <cassert>

struct Counter {
  std::atomic<int> runs{0};
  void count() {
    if (++runs == 1) throw Poco::Exception("for the error handler");
  }
};

int main() {
  Counter counter;
  Poco::RunnableAdapter<Counter> task(counter, &Counter::count);
  Poco::ThreadPool pool(1, 1);
  pool.start(task);
  pool.joinAll();
  assert(counter.runs == 1);
  assert(pool.available() == 1);
  pool.start(task);
  pool.joinAll();
  assert(counter.runs == 2);
}
