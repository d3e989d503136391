import { strict as assert } from 'node:assert';
import { script } from './script.ts';
import { shows, stage, visit } from './support.ts';

const welcome = '您好，我是首问，很高兴为您服务。\n请问有什么可以帮您？';

describe('the customer page: conversation', function () {
  this.timeout(40_000);
  const { browser, server } = stage(script);
  const open = () => visit(browser(), server().address);

  it('greets, sends, answers, and keeps the focus in the composer', async () => {
    const visited = await open();
    await visited.send('你好');
    await shows(visited, welcome, '你好', 'echo: 你好');
    assert.deepEqual(server().heard, ['你好']);
    assert.equal(await visited.field.inputValue(), '');
    assert.ok(await visited.field.evaluate((field) => field.matches(':focus')));
    await visited.page.locator('[data-delivery=sent].customer').waitFor();
  });

  it('shows typing after sending, outside the live region, and lets it go at the answer', async () => {
    const visited = await open();
    await visited.send('silence');
    await visited.page.getByTestId('typing').waitFor();
    assert.equal(await visited.log.getByTestId('typing').count(), 0);
    server().say({ type: 'message', text: '来了' });
    await visited.page.getByTestId('typing').waitFor({ state: 'detached' });
    server().typing();
    await visited.page.getByTestId('typing').waitFor();
  });

  it('offers quick replies of the last message only, and says them once', async () => {
    const visited = await open();
    const replies = visited.page.getByRole('group', { name: '快捷回复' });
    await replies.getByRole('button', { name: '我要投诉' }).dblclick();
    await shows(visited, welcome, '我要投诉', 'echo: 我要投诉');
    assert.equal(await replies.count(), 0);
  });

  it('shows a case with its number, and copies the number', async () => {
    const visited = await open();
    await visited.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await visited.send('报修故障');
    await visited.log.getByText('GZ20261121-0042').waitFor();
    await visited.page.getByRole('button', { name: '复制编号' }).click();
    await visited.page.getByRole('button', { name: '已复制' }).waitFor();
    assert.equal(await visited.page.evaluate('navigator.clipboard.readText()'), 'GZ20261121-0042');
  });

  it('books a slot from the keyboard alone', async () => {
    const visited = await open();
    await visited.page.getByRole('button', { name: '预约上门' }).click();
    await visited.page.getByRole('radio', { name: '11月22日 周日' }).focus();
    await visited.page.keyboard.press('ArrowRight');
    await visited.page.getByRole('button', { name: '09:00–11:00' }).focus();
    await visited.page.keyboard.press('Enter');
    await visited.log.getByText('预约成功').waitFor();
    assert.equal(server().heard.at(-1), '11月23日 周一 09:00–11:00');
    assert.equal(await visited.page.getByRole('radio').count(), 0, 'the picker goes once it is used');
  });

  it('is where it was after a reload', async () => {
    const visited = await open();
    await visited.send('一');
    await visited.send('二');
    await shows(visited, welcome, '一', 'echo: 一', '二', 'echo: 二');
    await visited.page.reload();
    await shows(visited, welcome, '一', 'echo: 一', '二', 'echo: 二');
    await visited.send('三');
    await shows(visited, welcome, '一', 'echo: 一', '二', 'echo: 二', '三', 'echo: 三');
  });

  it('speaks the language chosen, tells the bot, and remembers it', async () => {
    const visited = await open();
    await visited.page.getByRole('combobox', { name: '语言' }).selectOption('zh-Hant');
    await visited.log.getByText('您好，我是首問').waitFor();
    assert.equal(await visited.page.locator('html').getAttribute('lang'), 'zh-Hant');
    assert.equal(await visited.field.getAttribute('placeholder'), '請描述您的問題');
    assert.deepEqual(
      server().conversation.log.flatMap(({ type, name, value }) => (type === 'event' ? [[name, value]] : [])),
      [['language', 'zh-Hant']],
    );
    await visited.page.reload();
    await visited.page.getByRole('button', { name: '轉人工' }).click();
    await visited.log.getByText('echo: 轉人工').waitFor();
    const first = visited.log.locator('.bubble').first();
    assert.equal(await first.getAttribute('lang'), 'zh-Hans');
  });

  it('begins in the language the browser or the site asks for', async () => {
    const taiwan = await visit(browser(), server().address, { locale: 'zh-TW' });
    await taiwan.page.getByRole('button', { name: '轉人工' }).waitFor();
    const english = await visit(browser(), `${server().address}/?lang=en`);
    await english.page.getByRole('button', { name: 'Talk to a person' }).waitFor();
  });

  it('sends a picture with words and shows it', async () => {
    const visited = await open();
    const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const buffer = Buffer.from(pixel, 'base64');
    const chooser = visited.page.locator('input[type=file]');
    await chooser.setInputFiles([
      { name: '光猫.png', mimeType: 'image/png', buffer },
      { name: 'x.exe', mimeType: 'application/x-msdownload', buffer },
    ]);
    await visited.page.getByRole('alert').getByText('只能发送图片').waitFor();
    await visited.page.getByText('光猫.png').waitFor();
    await visited.send('红灯亮');
    await shows(visited, welcome, '红灯亮', 'got the file');
    await visited.log.getByRole('img', { name: '图片：光猫.png' }).waitFor();
    assert.deepEqual(server().conversation.files[0]?.bytes, buffer);
  });

  it('takes files that are pasted and dropped', async () => {
    const visited = await open();
    const give = (name: string, event: string) =>
      visited.page.evaluate(`(() => {
        const held = new DataTransfer();
        held.items.add(new File(['x'], '${name}', { type: 'application/pdf' }));
        document.querySelector('textarea').dispatchEvent(${event});
      })()`);
    await give('pasted.pdf', "new ClipboardEvent('paste', { clipboardData: held, bubbles: true })");
    await give('dropped.pdf', "new DragEvent('drop', { dataTransfer: held, bubbles: true })");
    await visited.page.getByText('dropped.pdf').waitFor();
    await visited.page.getByRole('button', { name: '移除 pasted.pdf' }).click();
    await visited.page.getByRole('button', { name: '发送' }).click();
    await visited.log.getByRole('link', { name: 'dropped.pdf' }).waitFor();
    assert.equal(server().conversation.files.length, 1);
  });

  it('leaves an unfinished IME word alone, and Shift+Enter begins a line', async () => {
    const visited = await open();
    await visited.field.fill('wo');
    await visited.field.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    assert.equal(await visited.field.inputValue(), 'wo');
    await visited.field.press('Shift+Enter');
    await visited.field.pressSequentially('men');
    await visited.field.press('Enter');
    await shows(visited, welcome, 'wo\nmen', 'echo: wo\nmen');
  });

  it('says how much is too much instead of cutting it off', async () => {
    const visited = await open();
    await visited.field.fill('字'.repeat(1_990));
    await visited.page.getByText('还可输入 10 字').waitFor();
    await visited.field.fill('字'.repeat(2_003));
    await visited.page.getByText('超出 3 字').waitFor();
    await visited.field.press('Enter');
    assert.equal((await visited.field.inputValue()).length, 2_003);
    assert.deepEqual(server().heard, []);
  });

  it('leaves a reader where they are, and counts what is new', async () => {
    const visited = await visit(browser(), server().address, { viewport: { width: 360, height: 500 } });
    for (const line of ['1', '2', '3', '4', '5', '6']) await visited.send(line);
    await visited.log.getByText('echo: 6').waitFor();
    const newest = visited.log.locator('.text').last();
    await visited.page.getByRole('main').evaluate((main) => main.scrollTo(0, 0));
    await visited.page.getByRole('button', { name: '回到最新消息' }).waitFor();
    server().say({ type: 'message', text: '有新进展' });
    await visited.page.getByRole('button', { name: '1 条新消息' }).click();
    assert.equal(await newest.textContent(), '有新进展');
    await visited.page.locator('.newest').waitFor({ state: 'detached' });
  });
});
