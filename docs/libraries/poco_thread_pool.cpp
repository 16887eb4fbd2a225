// package: libpoco-dev
// library: Poco::ThreadPool
// drives: a pool of one thread: a task, `joinAll`, and the thread is used again for a second one
// flags: -lPocoFoundation
// not-seen: compiled code, as above
// expect: all
#include <Poco/RunnableAdapter.h>
#include <Poco/ThreadPool.h>

#include <atomic>
#include <cassert>

struct Counter {
  std::atomic<int> runs{0};
  void count() { ++runs; }
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
