// expect: proven _ZN7testing8UnitTest11GetInstanceEv
// As <gtest/gtest.h> declares it.
namespace testing {
struct UnitTest {
  static UnitTest* GetInstance();
};
void* instance() { return UnitTest::GetInstance(); }  // here
}  // namespace testing
