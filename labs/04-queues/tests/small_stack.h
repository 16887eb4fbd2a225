#pragma once

#include <pthread.h>

#include <cstddef>
#include <functional>
#include <stdexcept>

/// Runs the body on a thread with a small stack, so that a deep recursion overflows the stack with little data already.
inline void run_on_a_small_stack(std::function<void()> body) {
  constexpr std::size_t kBytes = std::size_t{256} * 1024;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, kBytes);
  pthread_t thread{};
  const auto run = [](void* argument) -> void* {
    (*static_cast<std::function<void()>*>(argument))();
    return nullptr;
  };
  const int error = pthread_create(&thread, &attributes, run, &body);
  pthread_attr_destroy(&attributes);
  if (error != 0) throw std::runtime_error("no thread could be started");
  pthread_join(thread, nullptr);
}
