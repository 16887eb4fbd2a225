#include "explorer/carrier/thread_block.h"

#include <dlfcn.h>
#include <link.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace lockstep::explorer {
namespace {

template <class Function>
bool find(Function*& function, const char* name) {
  function = reinterpret_cast<Function*>(dlsym(RTLD_DEFAULT, name));
  return function != nullptr;
}

bool is_c_library(const char* path) {
  const std::string_view whole(path);
  return whole.substr(whole.rfind('/') + 1).starts_with("libc.so");
}

}  // namespace

std::optional<ThreadBlocks> ThreadBlocks::probe() {
#if defined(__GLIBC__)
  ThreadBlocks blocks;
  // Where libthread_db, and so gdb, finds the number of a thread: size in bits, count, offset.
  const auto* tid = static_cast<const std::uint32_t*>(dlsym(RTLD_DEFAULT, "_thread_db_pthread_tid"));
  const auto* control_size = static_cast<const std::uint32_t*>(dlsym(RTLD_DEFAULT, "_thread_db_sizeof_pthread"));
  void (*measure)(std::size_t*, std::size_t*) = nullptr;  // of thread-local variables, with the control block
  const auto* rseq = static_cast<const std::ptrdiff_t*>(dlsym(RTLD_DEFAULT, "__rseq_offset"));
  if (!find(blocks.allocate_, "_dl_allocate_tls") || !find(blocks.enter_, "__ctype_init") ||
      !find(blocks.run_destructors_, "__call_tls_dtors") || !find(measure, "_dl_get_tls_static_info") ||
      control_size == nullptr || tid == nullptr) {
    return std::nullopt;
  }
  measure(&blocks.sizes_.static_size, &blocks.sizes_.alignment);
  blocks.sizes_.control_size = *control_size;
  blocks.tid_offset_ = tid[2];
  blocks.rseq_offset_ = rseq == nullptr ? 0 : *rseq;
  const auto note_segments = [](dl_phdr_info* module, std::size_t, void* data) {
    if (module->dlpi_tls_data == nullptr || is_c_library(module->dlpi_name)) return 0;
    for (int i = 0; i < module->dlpi_phnum; ++i) {
      const auto& header = module->dlpi_phdr[i];
      if (header.p_type != PT_TLS) continue;
      const auto* image = reinterpret_cast<const std::byte*>(module->dlpi_addr + header.p_vaddr);
      std::vector<std::byte> values(image, image + header.p_filesz);
      values.resize(header.p_memsz);
      const std::ptrdiff_t offset = static_cast<std::byte*>(module->dlpi_tls_data) - own_block();
      static_cast<ThreadBlocks*>(data)->segments_.push_back({.offset = offset, .values = std::move(values)});
    }
    return 0;
  };
  dl_iterate_phdr(note_segments, &blocks);
  return blocks;
#else
  return std::nullopt;
#endif
}

std::byte* ThreadBlocks::make(std::byte* memory) const {
  static int next_tid = 0x4000'0000;  // above all that the kernel gives, so that no owner check takes it for another's
  std::byte* const block = block_in(memory, sizes_);
  allocate_(block);
  fill_control(block, sizes_);
  *reinterpret_cast<int*>(control_of(block, sizes_) + tid_offset_) = next_tid++;
  if (rseq_offset_ != 0) {
    constexpr int kRegistrationFailed = -2;  // rseq.cpu_id: sched_getcpu() then asks the kernel
    *reinterpret_cast<int*>(block + rseq_offset_ + 4) = kRegistrationFailed;
  }
  return block;
}

pthread_t ThreadBlocks::thread(std::byte* block) const {
  return reinterpret_cast<pthread_t>(control_of(block, sizes_));
}

void ThreadBlocks::reset(std::byte* block) const {
  for (const Segment& segment : segments_) {
    std::copy(segment.values.begin(), segment.values.end(), block + segment.offset);
  }
}

}  // namespace lockstep::explorer
