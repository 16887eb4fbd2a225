#include <cstdlib>
#include <new>
void* operator new(std::size_t size, std::align_val_t a) {
  if (void* p = std::aligned_alloc(static_cast<std::size_t>(a), size)) return p;
  throw std::bad_alloc();
}
void operator delete(void* p, std::align_val_t) noexcept { std::free(p); }
void operator delete(void* p, std::size_t, std::align_val_t) noexcept { std::free(p); }
