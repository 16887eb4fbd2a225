#include <dlfcn.h>
#include <linux/futex.h>
#include <sys/syscall.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdint>

#include "explorer/carrier/carrier.h"
#include "explorer/carrier/handler_stack.h"
#include "explorer/library/real.h"
#include "explorer/schedule/schedule.h"

namespace lockstep::explorer {
namespace {

/// Waits and is woken by system calls alone: all the C++ library's means go through the functions that the explorer
/// stands in for, and a thread that goes to sleep here runs beside the one that it has just woken.
class Token {
 public:
  void give() {
    given_.store(1, std::memory_order_release);  // pairs with the load in take: the giver's writes come first
    real().syscall(SYS_futex, &given_, FUTEX_WAKE_PRIVATE, 1);
  }
  void take() {
    const int error = errno;  // the program's, and a part of its state: how the wait ends must not show
    while (given_.load(std::memory_order_acquire) == 0)
      real().syscall(SYS_futex, &given_, FUTEX_WAIT_PRIVATE, 0, nullptr);
    errno = error;
    given_.store(0, std::memory_order_relaxed);  // only the next giver reads it, and it was given the token by us
  }

 private:
  std::atomic<std::uint32_t> given_{0};
};

class Threads;

/// What a real thread begins with. Of its own, not of its number: the system may let a thread that was abandoned begin
/// only when the number is another one's.
struct Start {
  Threads* carrier = nullptr;
  ThreadId thread = 0;
  const std::byte* first_frame = nullptr;  ///< set when it has begun
  Token token;
};

struct Carried {
  pthread_t thread{};
  bool exists = false;
  bool ended = false;            ///< parked at its end; may be joined
  std::unique_ptr<Start> start;  ///< left to itself when abandoned: the parked thread still looks at it
};

class Threads final : public Carrier {
 public:
  explicit Threads(Entry entry) : entry_(entry) {
    run_destructors_ = reinterpret_cast<void (*)()>(dlsym(RTLD_DEFAULT, "__call_tls_dtors"));
    carried_[kEngineContext] = {
        .thread = pthread_self(), .exists = true, .ended = false, .start = std::make_unique<Start>()};
  }
  ~Threads() override {
    for (ThreadId thread = 0; thread < kMaxThreads; ++thread) collect(thread);
  }

  void prepare(ThreadId thread) override {
    collect(thread);
    Carried& slot = at(thread);
    slot = {.thread = {}, .exists = true, .ended = false, .start = std::make_unique<Start>()};
    slot.start->carrier = this;
    slot.start->thread = thread;
    starts_[static_cast<std::size_t>(thread)] = slot.start.get();
    pthread_create(&slot.thread, nullptr, run, slot.start.get());
  }

  void switch_to(ThreadId from, ThreadId to) override {
    Token& mine = at(from).start->token;
    at(to).start->token.give();
    mine.take();
  }

  [[noreturn]] void leave(ThreadId from, ThreadId to) override {
    Token& mine = starts_[static_cast<std::size_t>(from)]->token;
    at(from).ended = true;
    at(to).start->token.give();
    mine.take();  // the engine collects it; until then nothing of the C library's end of a thread may run
    pthread_exit(nullptr);
  }

  void abandon(ThreadId thread) override {
    at(thread).exists = false;
    if (thread != kEngineContext) static_cast<void>(at(thread).start.release());
  }

  void run_destructors() override {
    if (run_destructors_ != nullptr) run_destructors_();
  }

  [[nodiscard]] pthread_t self(ThreadId thread) const override {
    return carried_[static_cast<std::size_t>(thread)].thread;
  }

  [[nodiscard]] std::span<std::byte> stack(ThreadId thread) const override {
    pthread_attr_t attributes;
    void* begin = nullptr;
    std::size_t size = 0;
    pthread_getattr_np(self(thread), &attributes);
    pthread_attr_getstack(&attributes, &begin, &size);
    pthread_attr_destroy(&attributes);
    // What lies above its first frame, the C library's thread-local variables among it, is no part of what it computes.
    auto* const bottom = static_cast<std::byte*>(begin);
    const std::byte* const first_frame = carried_[static_cast<std::size_t>(thread)].start->first_frame;
    return {bottom, first_frame == nullptr ? size : static_cast<std::size_t>(first_frame - bottom)};
  }

  [[nodiscard]] bool survives_fork() const override { return false; }

  [[nodiscard]] std::string_view name() const override { return "threads"; }

 private:
  static void* run(void* argument) {
    const HandlerStack handler_stack;
    Start& start = *static_cast<Start*>(argument);
    pthread_setname_np(pthread_self(), explorer::name(start.thread).c_str());  // for a debugger
    start.first_frame = static_cast<const std::byte*>(__builtin_frame_address(0));
    start.token.take();
    start.carrier->entry_(start.thread);
    return nullptr;
  }

  Carried& at(ThreadId thread) { return carried_[static_cast<std::size_t>(thread)]; }

  /// Lets an ended thread really end.
  void collect(ThreadId thread) {
    Carried& slot = at(thread);
    if (!slot.exists || !slot.ended) return;
    slot.start->token.give();
    pthread_join(slot.thread, nullptr);
    slot = {};
  }

  Entry entry_;
  void (*run_destructors_)() = nullptr;
  std::array<Carried, kMaxThreads + 1> carried_{};
  std::array<Start*, kMaxThreads> starts_{};  ///< of each number the latest, also when it was abandoned
};

}  // namespace

std::unique_ptr<Carrier> make_threads(Carrier::Entry entry) { return std::make_unique<Threads>(entry); }

}  // namespace lockstep::explorer
