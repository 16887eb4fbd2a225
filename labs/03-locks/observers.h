#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

/// Tells listeners the news. Several threads may call every function at once, and so may a listener while it runs: no
/// thread holds a lock of this class while it calls a listener.
class Observers {
 public:
  /// It may take long, may throw, and may use the Observers that call it: subscribe, unsubscribe (itself too), notify.
  /// Several threads may call it at once.
  using Listener = std::function<void(const std::string& news)>;

  /// Identifies a subscription; each subscription to the same Observers has a different id.
  enum class Id : std::uint64_t {};

  Observers();
  ~Observers();
  Observers(const Observers&) = delete;
  Observers& operator=(const Observers&) = delete;

  /// From the next notify on, `listener` is called.
  Id subscribe(Listener listener);

  /// From the next notify on, the listener is not called. A notify that is already running may still call it.
  /// \return whether there was such a subscription
  bool unsubscribe(Id id);

  /// Calls the listeners that are subscribed when it starts, one after the other in the order of their subscriptions.
  /// It calls them on the thread that calls notify, and all of them have returned when it returns.
  /// An exception of a listener reaches the caller of notify, and the listeners after it are not called this time.
  void notify(const std::string& news);

 private:
  struct State;  // yours, in observers.cpp
  std::unique_ptr<State> state_;
};
