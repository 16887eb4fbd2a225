#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

/// Tells listeners the news. Every function may be called by several threads at once, and by a listener too, while it
/// is being told: no thread holds a lock of this class while it calls a listener.
class Observers {
 public:
  /// It may take long, may throw, and may use the Observers that call it: subscribe, unsubscribe (itself too), notify.
  /// It may be called by several threads at once.
  using Listener = std::function<void(const std::string& news)>;

  /// Names a subscription; no two of the same Observers are alike.
  enum class Id : std::uint64_t {};

  Observers();
  ~Observers();
  Observers(const Observers&) = delete;
  Observers& operator=(const Observers&) = delete;

  /// From the next notify on, `listener` is called.
  Id subscribe(Listener listener);

  /// From the next notify on, the listener is not called. One that has begun already may still call it.
  /// \return whether there was such a subscription
  bool unsubscribe(Id id);

  /// Calls the listeners, as they are when it begins, one after the other in the order of their subscriptions.
  /// An exception of a listener goes to the caller of notify, and those after it are not called this time.
  void notify(const std::string& news);

 private:
  struct State;  // yours, in observers.cpp
  std::unique_ptr<State> state_;
};
