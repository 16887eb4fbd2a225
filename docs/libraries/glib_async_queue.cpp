// package: libglib2.0-dev
// library: GAsyncQueue
// drives: two consumers that wait, two items, then a pop with a time-out that finds nothing; each item once
// flags: -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include -lglib-2.0
// not-seen: its locks, but where one waits in the kernel: *all* are few
// expect: all
#include <glib.h>

#include <atomic>
#include <cassert>
#include <thread>

int main() {
  GAsyncQueue* queue = g_async_queue_new();
  std::atomic<int> sum{0};
  const auto consume = [&] { sum += GPOINTER_TO_INT(g_async_queue_pop(queue)); };
  std::thread one(consume);
  std::thread two(consume);
  g_async_queue_push(queue, GINT_TO_POINTER(1));
  g_async_queue_push(queue, GINT_TO_POINTER(2));
  one.join();
  two.join();
  assert(sum == 3);
  assert(g_async_queue_timeout_pop(queue, 1000) == nullptr);
  g_async_queue_unref(queue);
}
