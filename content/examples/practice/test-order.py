import unittest


class OrderTest(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        print("setUp")

    async def asyncSetUp(self):
        print("asyncSetUp")
        self.addAsyncCleanup(self.clean)

    async def test(self):
        print("test")

    async def clean(self):
        print("clean")

    async def asyncTearDown(self):
        print("asyncTearDown")

    def tearDown(self):
        print("tearDown")


OrderTest("test").run()
