#pragma once

#include <pthread.h>

#include <cstddef>

/// While it lives, no thread can be started: each would get a stack that is larger than any memory. So std::thread
/// throws std::system_error, and code that does without further threads does not notice.
class NoThreads {
 public:
  NoThreads() {
    pthread_getattr_default_np(&attributes_);
    pthread_attr_getstacksize(&attributes_, &usual_stack_);
    set_stack(std::size_t{1} << 60);
  }
  ~NoThreads() {
    set_stack(usual_stack_);
    pthread_attr_destroy(&attributes_);
  }
  NoThreads(const NoThreads&) = delete;
  NoThreads& operator=(const NoThreads&) = delete;

 private:
  void set_stack(std::size_t bytes) {
    pthread_attr_setstacksize(&attributes_, bytes);
    pthread_setattr_default_np(&attributes_);
  }

  pthread_attr_t attributes_{};
  std::size_t usual_stack_ = 0;
};
