(function(d,w){
var h=d.documentElement,exit=d.querySelector('.exit'),taps=[],list;
function each(s,f){list=d.querySelectorAll(s);for(var i=0;i<list.length;i++)f(list[i])}
function leave(e){if(e)e.preventDefault();h.className='gone';d.title='';w.location.replace(exit.href)}
if(exit)exit.addEventListener('click',leave);
d.addEventListener('keydown',function(e){
var k=e.key,t=+new Date();
if(!exit||e.isComposing)return;
if(k==='Escape'||k==='Esc')return leave(e);
if(k!=='Shift'){taps=[];return}
if(e.repeat)return;
taps.push(t);taps=taps.slice(-3);
if(taps.length===3&&t-taps[0]<5000)leave(e)
});
function free(){each('form',function(f){f.sent=0})}
w.addEventListener('pageshow',function(){h.className='';free()});
d.addEventListener('submit',function(e){
var f=e.target;
if(f.sent)e.preventDefault();
f.sent=1;setTimeout(free,9000)
});
each('.summary,.notice[tabindex]',function(s){s.focus()});
each('[data-wait]',function(b){
var n=+b.getAttribute('data-wait'),text=b.textContent;
(function tick(){
b.disabled=n>0;b.textContent=n>0?text+' ('+n+')':text;
if(n-->0)setTimeout(tick,1000)
})()
});
each('textarea[data-max]',function(a){
var c=d.getElementById(a.id+'-left'),max=+a.getAttribute('data-max');
function count(){
var n=max-a.value.replace(/[\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0962\u0963\u200c\u200d]/g,'').length;
c.hidden=n>500;c.textContent=c.getAttribute('data-text').replace('{n}',n)
}
a.addEventListener('input',count);count()
});
each('[data-print]',function(b){b.hidden=false;b.addEventListener('click',function(){w.print()})});
if(navigator.share)each('[data-share]',function(b){
b.hidden=false;b.addEventListener('click',function(){navigator.share({text:b.getAttribute('data-share')}).catch(function(){})})
});
})(document,window);
