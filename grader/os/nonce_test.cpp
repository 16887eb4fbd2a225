#include "os/nonce.h"

#include <gtest/gtest.h>

#include <cerrno>

namespace lockstep::os {
namespace {

TEST(NonceTest, IsAnotherEachTime) {
  const auto first = make_nonce();
  const auto second = make_nonce();
  ASSERT_TRUE(first && second);
  EXPECT_EQ(first->size(), 32U);
  EXPECT_NE(*first, *second);
}

TEST(NonceTest, WithoutRandomBitsThereIsNone) {
  const auto refused = make_nonce([](void*, std::size_t, unsigned) -> ssize_t {
    errno = ENOSYS;
    return -1;
  });
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("random bits"), std::string::npos) << refused.error().message;
  EXPECT_FALSE(make_nonce([](void*, std::size_t size, unsigned) { return static_cast<ssize_t>(size) - 1; }));
}

}  // namespace
}  // namespace lockstep::os
