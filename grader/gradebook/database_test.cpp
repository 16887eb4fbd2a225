#include "gradebook/database.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <string>

#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::gradebook {
namespace {

class DatabaseTest : public testing::Test {
 protected:
  [[nodiscard]] Database open() const { return Database::open(file_, Database::Access::kReadWrite).value(); }

  os::TempDir dir_ = os::TempDir::make().value();
  std::filesystem::path file_ = dir_.path() / "some.sqlite";
};

TEST_F(DatabaseTest, AValueComesBackAsItWasPut) {
  const Database database = open();
  const std::vector<Value> values{std::monostate{}, std::int64_t{-7}, 0.5, std::string("'; DROP\0 TABLE", 14), ""};
  const auto rows = database.run("SELECT ?, ?, ?, ?, ?", values);
  ASSERT_TRUE(rows);
  ASSERT_EQ(rows->size(), 1u);
  EXPECT_EQ(rows->front(), values);
}

TEST_F(DatabaseTest, AnErrorTakesBackTheWholeTransaction) {
  const Database database = open();
  ASSERT_TRUE(database.run("CREATE TABLE t (n INTEGER)"));
  const auto done = database.transact([&]() -> Result<void> {
    EXPECT_TRUE(database.run("INSERT INTO t VALUES (1)"));
    return input_error("no");
  });
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().message, "no");
  EXPECT_TRUE(database.run("SELECT n FROM t")->empty());
}

TEST_F(DatabaseTest, AKilledWriterLeavesNothingOfItsTransaction) {
  ASSERT_TRUE(open().run("CREATE TABLE t (n INTEGER)"));
  const pid_t child = fork();
  if (child == 0) {
    const Database database = open();
    static_cast<void>(database.transact([&]() -> Result<void> {
      static_cast<void>(database.run("INSERT INTO t VALUES (1)"));
      raise(SIGKILL);
      return {};
    }));
    _exit(0);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status));
  const Database database = open();
  EXPECT_TRUE(database.run("SELECT n FROM t")->empty());
  EXPECT_TRUE(database.run("INSERT INTO t VALUES (2)"));
}

TEST_F(DatabaseTest, AFileThatIsNoDatabaseIsTheUsersError) {
  ASSERT_TRUE(os::write_file(file_, std::string(4096, 'x')));
  const auto opened = Database::open(file_, Database::Access::kReadWrite);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().fault, Fault::kInput);
  EXPECT_NE(opened.error().message.find(file_.string()), std::string::npos);
}

TEST_F(DatabaseTest, AStatementThatCannotBeRunNamesTheFile) {
  const auto rows = open().run("SELECT n FROM nowhere");
  ASSERT_FALSE(rows);
  EXPECT_NE(rows.error().message.find(file_.string()), std::string::npos);
}

}  // namespace
}  // namespace lockstep::gradebook
