# What runs schedules: all of the runtime but what judges accesses to memory and what explores.
set(lockstep_engine
  carrier/fibres.cpp carrier/switch.cpp carrier/thread_block.cpp carrier/threads.cpp
  engine/dead_end.cpp engine/describe.cpp engine/engine.cpp engine/livelock.cpp engine/lock_orders.cpp
  engine/operation.cpp engine/stack.cpp
  interpose/condition.cpp interpose/ends.cpp interpose/futex.cpp interpose/library_waiters.cpp interpose/locks.cpp
  interpose/mutex.cpp interpose/once.cpp interpose/read_write_lock.cpp interpose/real.cpp interpose/semaphore.cpp
  interpose/thread.cpp interpose/time.cpp interpose/unsupported.cpp
  memory/shadow.cpp memory/sync_object.cpp
  report/symbols.cpp report/trace.cpp
  schedule/schedule.cpp)
