#pragma once
#define TEST(suite, name) void suite##_##name()
#define EXPECT_EQ(a, b)
#define ASSERT_EQ(a, b)
