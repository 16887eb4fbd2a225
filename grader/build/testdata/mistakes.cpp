// Mistakes in code with threads and coroutines, one a line. Each line says what the help must say of it, or of which
// compiler's error something is known at all. Never built: compile_help_test gives it to both compilers.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <coroutine>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <thread>
#include <vector>

using Numbers = std::vector<int>;
using Threads = std::vector<std::thread>;
using Changed = std::condition_variable;

void work(Numbers& out, int n);
struct Worker {
  void run(int n);
};
struct Guarded {
  std::mutex mutex;
  int n = 0;
  int get() const { return std::scoped_lock(mutex), n; }  // help: mutable
};

// clang-format off
void no_ref() { Numbers out; std::thread t(work, out, 1); }                       // help: std::ref(x)
void too_few() { Numbers out; std::thread t(work, std::ref(out)); }               // help: compare their number
void async_without_ref() { Numbers out; auto f = std::async(work, out, 1); }      // help (g++): std::ref(x)
void thread_copied() { std::thread t; std::thread u = t; }                        // help: std::move(thread)
void thread_into_vector() { std::thread t; Threads all; all.push_back(t); }       // help: std::move(thread)
void lock_copied(std::mutex& m) { std::unique_lock a(m); std::unique_lock b = a; }  // help: it unlocks at its end
void guard_copied(std::mutex& m) { std::lock_guard a(m); std::lock_guard b = a; }  // help: it unlocks at its end
void mutex_copied() { std::mutex a; std::mutex b = a; }                           // help: neither copied nor moved
void mutexes_grow() { std::vector<std::mutex> all; all.emplace_back(); }          // help: when it grows
void guarded_copied() { std::vector<Guarded> all; all.push_back(Guarded{}); }     // help: when it grows
void atomic_copied() { std::atomic<int> a{0}; std::atomic<int> b = a; }           // help: a.load()
void atomics_grow() { std::vector<std::atomic<int>> all; all.push_back(1); }      // help: when it grows
void future_copied() { std::future<int> f; auto g = f; }                          // help: std::shared_future
void promise_copied() { std::promise<int> p; auto q = p; }                        // help: std::move(promise)
void promise_const(std::promise<int> p) { auto f = [p = std::move(p)] { p.set_value(1); }; }  // help: write mutable
void not_captured() { int n = 0; std::thread t([] { ++n; }); }                    // help: brackets
void copy_changed() { int n = 0; std::thread t([n] { ++n; }); }                   // help: makes a copy
void member_named() { Worker w; std::thread t(Worker::run, &w, 1); }              // help: &Worker::run
void pointer_copied() { auto p = std::make_unique<int>(1); auto f = [p] {}; }     // help: [p = std::move(p)]
void function_moved(std::unique_ptr<int> p) { std::function<void()> f = [p = std::move(p)] {}; }  // help: std::shared_ptr
void guard_waits(Changed& c, std::mutex& m) { std::lock_guard l(m); c.wait(l); }  // help: std::unique_lock
void mutex_waits(Changed& c, std::mutex& m) { c.wait(m); }                        // help: std::unique_lock
void sleeps_a_number() { std::this_thread::sleep_for(100); }                      // help: std::chrono::milliseconds
void waits_a_number(Changed& c, std::unique_lock<std::mutex>& l) { c.wait_for(l, 100); }  // help: std::chrono::milliseconds
void shared_lock_of_one(std::mutex& m) { std::shared_lock l(m); }                 // help: std::shared_mutex
void atomic_of_vector() { std::atomic<Numbers> a; }                               // help: byte by byte
void atomic_product() { std::atomic<int> a{1}; a *= 2; }                          // help (g++): compare_exchange_weak
void expects_a_number() { std::atomic<int> a{1}; a.compare_exchange_strong(1, 2); }  // help: is a variable of yours
void other_result() { std::future<int> f = std::async([] { return std::string(); }); }  // help: what the task returns
void empty_brackets() { std::thread t(); t.join(); }                              // help: starts no thread

struct Plain {
  struct promise_type {
    Plain get_return_object();
    std::suspend_never initial_suspend();
    std::suspend_never final_suspend() noexcept;
    void return_void();
    void unhandled_exception();
  };
};
struct NoCatch {
  struct promise_type {
    NoCatch get_return_object();
    std::suspend_never initial_suspend();
    std::suspend_never final_suspend() noexcept;
    void return_void();
  };
};
struct Throws {
  struct promise_type {
    Throws get_return_object();
    std::suspend_never initial_suspend();
    std::suspend_never final_suspend();  // help (g++): noexcept
    void return_void();
    void unhandled_exception();
  };
};
struct NoObject {
  struct promise_type {
    std::suspend_never initial_suspend();
    std::suspend_never final_suspend() noexcept;
    void return_void();
    void unhandled_exception();
  };
};
struct NoSuspend {
  struct promise_type {
    NoSuspend get_return_object();
    std::suspend_never final_suspend() noexcept;
    void return_void();
    void unhandled_exception();
  };
};
Plain returns_a_value() { co_return 1; }                                          // help: return_value
NoCatch no_catch() { co_return; }                                                 // help: unhandled_exception
Throws throws_at_the_end() { co_return; }                                         // help (clang++): noexcept
NoObject no_object() { co_return; }                                               // help: get_return_object
NoSuspend no_suspend() { co_return; }                                             // help: initial_suspend
int no_promise() { co_return 1; }                                                 // help: promise_type
Plain awaits_a_number() { co_await 1; }                                           // help (g++): await_ready
Plain yields() { co_yield 1; }                                                    // help: yield_value
template <class T>
struct Task {
  struct promise_type {
    Task get_return_object();
    std::suspend_never initial_suspend();
    std::suspend_never final_suspend() noexcept;
    void return_value(T);
    void unhandled_exception();
  };
};
struct OnThePool {
  explicit OnThePool(Worker&);
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};
struct Parcel {
  Parcel() = default;
  Parcel(Parcel&&) = default;
  Parcel(const Parcel&) = delete;
};
Task<int> returns_a_number() { return 1; }                                        // help: write co_return
Task<int> goes_nowhere(Worker& w) { OnThePool(w); co_return 1; }                  // help: write co_await
void parcel_copied() { Parcel p; Parcel q = p; }                                  // help: moved, but not copied
void no_latch() { std::latch done(1); }                                           // help: std::latch is in <latch>
void no_barrier(std::barrier<>& b) { b.arrive_and_wait(); }                       // help: std::barrier is in <barrier>
