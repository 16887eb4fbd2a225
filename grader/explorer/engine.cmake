# What runs schedules: all of the runtime but what judges accesses to memory and what explores.
set(lockstep_engine
  carrier/fibres.cpp carrier/switch.cpp carrier/thread_block.cpp carrier/threads.cpp
  engine/describe.cpp engine/engine.cpp engine/livelock.cpp engine/local_state.cpp engine/lock_orders.cpp
  engine/no_runnable_thread.cpp engine/operation.cpp engine/progress.cpp engine/round.cpp engine/stack.cpp
  engine/stutter.cpp engine/time.cpp
  interpose/barrier.cpp interpose/between_processes.cpp interpose/c11_threads.cpp interpose/condition.cpp
  interpose/descriptors.cpp interpose/fortified_calls.cpp interpose/futex.cpp interpose/lifetime.cpp
  interpose/locks.cpp interpose/mutex.cpp interpose/once.cpp interpose/polling.cpp interpose/processes.cpp
  interpose/read_write_lock.cpp interpose/real.cpp interpose/semaphore.cpp interpose/signals.cpp
  interpose/spin_lock.cpp interpose/termination.cpp interpose/thread.cpp interpose/thread_exit.cpp interpose/time.cpp
  interpose/unsupported.cpp interpose/waiter_pools.cpp
  memory/shadow.cpp memory/sync_object.cpp
  report/symbols.cpp report/trace.cpp
  schedule/schedule.cpp)
