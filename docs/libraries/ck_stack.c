// package: libck-dev
// library: ck_stack, `upmc`
// drives: two threads that each push an entry and pop one; each once
// flags: -DCK_USE_CC_BUILTINS=1 -lck
// options: --atomics-only
// needs: its own switch from inline assembly, which the explorer does not see, to the compiler's built-in functions
// not-seen: its loads and stores as steps: they are `volatile`, which C does not count as atomic
// expect: none
#include <assert.h>
#include <ck_stack.h>
#include <pthread.h>

static ck_stack_t stack = CK_STACK_INITIALIZER;
static ck_stack_entry_t entries[2];
static ck_stack_entry_t* taken[2];

static void* push_and_pop(void* self) {
  ck_stack_push_upmc(&stack, &entries[(long)self]);
  taken[(long)self] = ck_stack_pop_upmc(&stack);
  return NULL;
}

int main(void) {
  pthread_t threads[2];
  for (long self = 0; self < 2; ++self) pthread_create(&threads[self], NULL, push_and_pop, (void*)self);
  for (long self = 0; self < 2; ++self) pthread_join(threads[self], NULL);
  assert(taken[0] != NULL && taken[1] != NULL);
  assert(taken[0] != taken[1]);
  assert(CK_STACK_ISEMPTY(&stack));
  return 0;
}
