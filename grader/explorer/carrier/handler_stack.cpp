#include "explorer/carrier/handler_stack.h"

#include <signal.h>
#include <sys/mman.h>

#include <cstddef>

namespace lockstep::explorer {
namespace {

constexpr std::size_t kHandlerStack = std::size_t{256} * 1024;

}  // namespace

HandlerStack::HandlerStack()
    : memory_(mmap(nullptr, kHandlerStack, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)) {
  const stack_t stack{.ss_sp = memory_, .ss_flags = 0, .ss_size = kHandlerStack};
  sigaltstack(&stack, nullptr);
}

HandlerStack::~HandlerStack() {
  const stack_t none{.ss_sp = nullptr, .ss_flags = SS_DISABLE, .ss_size = 0};
  sigaltstack(&none, nullptr);
  munmap(memory_, kHandlerStack);
}

}  // namespace lockstep::explorer
